package io.lockstep.host.sequencer;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;
import static org.agrona.BufferUtil.allocateDirectAligned;
import static org.agrona.concurrent.ringbuffer.RingBufferDescriptor.TRAILER_LENGTH;

import io.lockstep.schema.client.Source;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;

/**
 * The way from one agent to the sequencer, which may run on another thread. A record is the
 * participant, the session and the message; its type is the source.
 */
public final class InputRing implements SequencerInput {
  private static final int PARTICIPANT_OFFSET = 0;
  private static final int SESSION_OFFSET = 4;
  private static final int MESSAGE_OFFSET = 8;

  /** Types of records must be positive, sources begin at 0. */
  private static final int SOURCE_TO_TYPE = 1;

  /** Takes what comes out of the ring. */
  interface Reader {
    /**
     * @return false to leave the message in the ring.
     */
    boolean onMessage(
        Source source, int participant, int session, DirectBuffer buffer, int offset, int length);
  }

  private final OneToOneRingBuffer ring;
  private final ControlledMessageHandler onRecord = this::onRecord;
  private Reader reader;

  /**
   * @param capacityBytes a power of two.
   */
  public InputRing(int capacityBytes) {
    ring =
        new OneToOneRingBuffer(
            new UnsafeBuffer(
                allocateDirectAligned(capacityBytes + TRAILER_LENGTH, CACHE_LINE_LENGTH)));
  }

  @Override
  public boolean offer(
      Source source, int participant, int session, DirectBuffer buffer, int offset, int length) {
    int claimed = ring.tryClaim(source.value() + SOURCE_TO_TYPE, MESSAGE_OFFSET + length);
    if (claimed < 0) {
      return false;
    }
    ring.buffer().putInt(claimed + PARTICIPANT_OFFSET, participant);
    ring.buffer().putInt(claimed + SESSION_OFFSET, session);
    ring.buffer().putBytes(claimed + MESSAGE_OFFSET, buffer, offset, length);
    ring.commit(claimed);
    return true;
  }

  /** Grows with what is put in: what was there up to now. By the agent that puts it in. */
  public long offered() {
    return ring.producerPosition();
  }

  /** How much of {@link #offered} is in the log. Any thread. */
  public long taken() {
    return ring.consumerPosition();
  }

  /** Nothing waits. */
  public boolean isEmpty() {
    return ring.size() == 0;
  }

  int read(Reader to, int limit) {
    reader = to;
    int taken = ring.controlledRead(onRecord, limit);
    return taken < limit // a read ends at the ring's end, where there may be more at its beginning
        ? taken + ring.controlledRead(onRecord, limit - taken)
        : taken;
  }

  private ControlledMessageHandler.Action onRecord(
      int type, MutableDirectBuffer buffer, int index, int length) {
    boolean taken =
        reader.onMessage(
            Source.get((short) (type - SOURCE_TO_TYPE)),
            buffer.getInt(index + PARTICIPANT_OFFSET),
            buffer.getInt(index + SESSION_OFFSET),
            buffer,
            index + MESSAGE_OFFSET,
            length - MESSAGE_OFFSET);
    return taken ? ControlledMessageHandler.Action.CONTINUE : ControlledMessageHandler.Action.ABORT;
  }
}
