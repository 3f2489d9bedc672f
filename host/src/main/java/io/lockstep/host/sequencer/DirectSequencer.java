package io.lockstep.host.sequencer;

import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.logbuffer.BufferClaim;
import io.lockstep.schema.client.LogEnvelopeEncoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Source;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;

/**
 * The sequencer of one box: gives each input a number and a time, and appends it to the log stream,
 * which the archive records. When the log takes no more, inputs wait in their rings.
 *
 * <p>The inputs have their turns: the timer, then reactions, then requests. A turn ends when all
 * that waits was taken, or the input's share, or when the log is full and at least one was taken.
 * So in each round every input that has something waiting gets a place, however full the log is and
 * whatever the others send.
 */
public final class DirectSequencer implements Agent {
  /** Of the rules that the engine and the card follow. */
  public static final int RULES_VERSION = 1;

  private static final int ENVELOPE_BYTES =
      MessageHeaderEncoder.ENCODED_LENGTH + LogEnvelopeEncoder.BLOCK_LENGTH;

  /** What follows up to the block's end is padding. */
  private static final int FIELDS_BYTES =
      MessageHeaderEncoder.ENCODED_LENGTH
          + LogEnvelopeEncoder.sourceEncodingOffset()
          + LogEnvelopeEncoder.sourceEncodingLength();

  /** Most ticks, reactions and requests in one turn of theirs. */
  private static final int[] SHARES = {1, 64, 32};

  private final InputRing[] inputs;
  private final ExclusivePublication log;
  private final EpochNanoClock clock;
  private final InputRing.Reader append = this::append;
  private final BufferClaim claim = new BufferClaim();
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final MessageHeaderDecoder messageHeader = new MessageHeaderDecoder();
  private final LogEnvelopeEncoder envelope = new LogEnvelopeEncoder();
  private int turn;
  private boolean full;
  private long sequence;
  private long timeNs;

  /**
   * @param from what is to be ordered.
   * @param log recorded, read by the engine.
   * @param clock of the log; a step back is not passed on.
   * @param lastSequence of the log so far; 0: it is empty.
   * @param lastTimeNs of the log so far.
   */
  public DirectSequencer(
      LogInputs from,
      ExclusivePublication log,
      EpochNanoClock clock,
      long lastSequence,
      long lastTimeNs) {
    inputs = new InputRing[] {from.ticks(), from.reactions(), from.requests()};
    this.log = log;
    this.clock = clock;
    sequence = lastSequence;
    timeNs = lastTimeNs;
  }

  @Override
  public int doWork() {
    int work = 0;
    for (int turns = 0; turns < inputs.length; turns++) {
      full = false;
      int taken = inputs[turn].read(append, SHARES[turn]);
      work += taken;
      if (full && taken == 0) {
        break; // its turn goes on when the log has room
      }
      turn = (turn + 1) % inputs.length;
    }
    return work;
  }

  @Override
  public String roleName() {
    return "sequencer";
  }

  /** Position of the log stream behind the last message. */
  public long logPosition() {
    return log.position();
  }

  /** Messages in the log. */
  public long sequence() {
    return sequence;
  }

  private boolean append(
      Source source, int participant, int session, DirectBuffer buffer, int offset, int length) {
    long position = log.tryClaim(ENVELOPE_BYTES + length, claim);
    if (position == Publication.ADMIN_ACTION) {
      position = log.tryClaim(ENVELOPE_BYTES + length, claim); // the term was full; the next is not
    }
    if (position < 0) {
      if (position == Publication.CLOSED || position == Publication.MAX_POSITION_EXCEEDED) {
        throw new IllegalStateException(
            "the log takes no more: " + Publication.errorString(position));
      }
      full = true;
      return false;
    }
    timeNs = Math.max(timeNs, clock.nanoTime());
    MutableDirectBuffer to = claim.buffer();
    envelope
        .wrapAndApplyHeader(to, claim.offset(), header)
        .sequence(++sequence)
        .timeNs(timeNs)
        .participant(participant)
        .session(session)
        .schemaVersion(messageHeader.wrap(buffer, offset).version())
        .rulesVersion(RULES_VERSION)
        .source(source);
    to.setMemory(claim.offset() + FIELDS_BYTES, ENVELOPE_BYTES - FIELDS_BYTES, (byte) 0);
    to.putBytes(claim.offset() + ENVELOPE_BYTES, buffer, offset, length);
    claim.commit();
    return true;
  }
}
