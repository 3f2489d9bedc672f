package io.lockstep.host.feed;

import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.logbuffer.BufferClaim;
import io.lockstep.schema.client.FeedEnvelopeEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The feed's publication. Numbers every message, and never waits for a reader: what the publication
 * does not take at once is lost, and readers see it by its number. One thread.
 */
final class FeedStream {
  private static final int HEADER_BYTES = MessageHeaderEncoder.ENCODED_LENGTH;

  /** What stands before each message. */
  static final int ENVELOPE_BYTES = HEADER_BYTES + FeedEnvelopeEncoder.BLOCK_LENGTH;

  private final ExclusivePublication publication;
  private final BufferClaim claim = new BufferClaim();
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final FeedEnvelopeEncoder envelope = new FeedEnvelopeEncoder();
  private long sequence;
  private long lost;

  FeedStream(ExclusivePublication publication) {
    this.publication = publication;
  }

  /** Sends a copy of a message. */
  void send(DirectBuffer message, int offset, int length) {
    sequence++;
    long position = publication.tryClaim(ENVELOPE_BYTES + length, claim);
    if (position == Publication.ADMIN_ACTION) {
      position = publication.tryClaim(ENVELOPE_BYTES + length, claim); // the next term has room
    }
    if (position > 0) {
      MutableDirectBuffer buffer = claim.buffer();
      envelope.wrapAndApplyHeader(buffer, claim.offset(), header).sequence(sequence);
      buffer.putBytes(claim.offset() + ENVELOPE_BYTES, message, offset, length);
      claim.commit();
    } else if (position != Publication.NOT_CONNECTED) {
      lost++;
    }
  }

  /** Somebody reads. */
  boolean isConnected() {
    return publication.isConnected();
  }

  /** At least half of the room that readers leave at best is free. */
  boolean isRoomy() {
    return publication.availableWindow() >= publication.termBufferLength() / 4;
  }

  /** Messages that no reader got, since the publication was full. */
  long lost() {
    return lost;
  }
}
