package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import io.lockstep.driver.Mix64;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The bytes of an event that equal commands must give equally: all but the ring's own fields {@code
 * stampCycles} and {@code consumed}, which stand together, and {@code sequence} at the end.
 */
public final class EventBytes {
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
  private static final int RING_FIELDS = EventHeaderDecoder.stampCyclesEncodingOffset();
  private static final int BODY = EventHeaderDecoder.ENCODED_LENGTH;
  private static final int FIRST_WORD = BODY + Integer.BYTES;
  private static final int SEQUENCE = DoneDecoder.sequenceEncodingOffset();
  private static final int LAST_INT = SEQUENCE - Integer.BYTES;

  private EventBytes() {}

  /** Whether two events agree outside the ring's own fields. */
  public static boolean agree(DirectBuffer one, int at, DirectBuffer other, int otherAt) {
    long differing = one.getInt(at, ORDER) ^ other.getInt(otherAt, ORDER);
    differing |= one.getInt(at + BODY, ORDER) ^ other.getInt(otherAt + BODY, ORDER);
    for (int i = FIRST_WORD; i < LAST_INT; i += Long.BYTES) {
      differing |= one.getLong(at + i, ORDER) ^ other.getLong(otherAt + i, ORDER);
    }
    differing |= one.getInt(at + LAST_INT, ORDER) ^ other.getInt(otherAt + LAST_INT, ORDER);
    return differing == 0;
  }

  /** Number of the first byte that differs outside the ring's own fields, -1 where none does. */
  public static int firstDifference(DirectBuffer one, int at, DirectBuffer other, int otherAt) {
    for (int i = 0; i < Card.MESSAGE_BYTES; i++) {
      if (isCompared(i) && one.getByte(at + i) != other.getByte(otherAt + i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isCompared(int index) {
    return index < RING_FIELDS || (index >= BODY && index < SEQUENCE);
  }

  /** Takes the compared bytes of an event into a running hash of a stream of events. */
  public static long hash(long before, DirectBuffer event, int at) {
    long ends = Integer.toUnsignedLong(event.getInt(at, ORDER));
    long hash = Mix64.mix(before ^ ends);
    ends = (long) event.getInt(at + BODY, ORDER) << Integer.SIZE;
    hash = Mix64.mix(hash ^ ends ^ Integer.toUnsignedLong(event.getInt(at + LAST_INT, ORDER)));
    for (int i = FIRST_WORD; i < LAST_INT; i += Long.BYTES) {
      hash = Mix64.mix(hash ^ event.getLong(at + i, ORDER));
    }
    return hash;
  }
}
