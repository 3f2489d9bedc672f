package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.fail;

import io.lockstep.schema.card.DoneEncoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.sim.lockstep.MessageText;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Compares what two cards answer, but for the ring's own fields. */
final class SameEvents {
  private static final int RING_FIELDS_AT = EventHeaderDecoder.stampCyclesEncodingOffset();
  private static final int HEADER_BYTES = EventHeaderDecoder.ENCODED_LENGTH;
  private static final int SEQUENCE_AT = DoneEncoder.sequenceEncodingOffset();

  private SameEvents() {}

  /** Fails unless all bytes are equal, with both answers as text. */
  static void check(
      String which, UnsafeBuffer command, List<UnsafeBuffer> expected, List<UnsafeBuffer> actual) {
    for (int index = 0; index < Math.max(expected.size(), actual.size()); index++) {
      UnsafeBuffer one = index < expected.size() ? expected.get(index) : null;
      UnsafeBuffer other = index < actual.size() ? actual.get(index) : null;
      if (one == null || other == null || !isSame(one, other)) {
        fail(
            "%s: %s%nevent %d, expected %s%nbut was %s"
                .formatted(which, text(command), index, text(one), text(other)));
      }
    }
  }

  private static boolean isSame(UnsafeBuffer one, UnsafeBuffer other) {
    for (int at = 0; at < SEQUENCE_AT; at++) {
      boolean ofTheRing = at >= RING_FIELDS_AT && at < HEADER_BYTES;
      if (!ofTheRing && one.getByte(at) != other.getByte(at)) {
        return false;
      }
    }
    return true;
  }

  private static String text(UnsafeBuffer message) {
    return message == null ? "none" : MessageText.decoded(message, 0);
  }
}
