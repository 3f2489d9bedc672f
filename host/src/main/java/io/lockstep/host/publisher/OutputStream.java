package io.lockstep.host.publisher;

import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.logbuffer.BufferClaim;
import io.lockstep.host.engine.Output;
import org.agrona.MutableDirectBuffer;

/**
 * The engine's end of the output stream. The position of a message's cause travels in the frame's
 * reserved value: beside the message, so that it is neither recorded as output nor hashed.
 */
public final class OutputStream implements Output {
  private final ExclusivePublication publication;
  private final BufferClaim claim = new BufferClaim();

  /**
   * @param publication recorded, read by the publisher.
   */
  public OutputStream(ExclusivePublication publication) {
    this.publication = publication;
  }

  @Override
  public boolean hasRoom() {
    return publication.availableWindow() >= EVENT_BYTES_MAX;
  }

  @Override
  public MutableDirectBuffer claim(int lengthBytes, long causePosition) {
    long position = publication.tryClaim(lengthBytes, claim);
    if (position == Publication.ADMIN_ACTION) {
      position = publication.tryClaim(lengthBytes, claim); // the term was full; the next is not
    }
    if (position < 0) {
      throw new IllegalStateException(
          "the output stream takes no more: " + Publication.errorString(position));
    }
    claim.reservedValue(causePosition);
    return claim.buffer();
  }

  @Override
  public int offset() {
    return claim.offset();
  }

  @Override
  public void commit() {
    claim.commit();
  }

  /** Position behind the last message. */
  public long position() {
    return publication.position();
  }
}
