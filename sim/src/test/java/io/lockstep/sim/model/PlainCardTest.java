package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.lockstep.schema.card.AcceptedEncoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.agrona.concurrent.UnsafeBuffer;

/** The model answers as the plain card does, byte for byte, whatever it is sent. */
class PlainCardTest {
  private static final int COMMANDS = 1_500;
  private static final int RING_FIELDS_AT = 4;
  private static final int HEADER_BYTES = EventHeaderDecoder.ENCODED_LENGTH;
  private static final int SEQUENCE_AT = AcceptedEncoder.sequenceEncodingOffset();

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void theModelAnswersAsThePlainCardDoes(@ForAll long seed) {
    PlainCard plain = new PlainCard(TestCapacities.TINY);
    try (CardUnderTest card = new CardUnderTest(new ModelCard(TestCapacities.TINY))) {
      int number = 0;
      for (UnsafeBuffer command : RandomFlow.hostile(seed, COMMANDS)) {
        assertSame("command " + number++, plain.execute(command), card.send(command));
      }
      UnsafeBuffer audit = TestDefinitions.audit().bytes;
      assertSame("audit", plain.execute(audit), card.send(audit));
    }
  }

  private static void assertSame(
      String which, List<UnsafeBuffer> expected, List<UnsafeBuffer> actual) {
    assertEquals(texts(expected), texts(actual), which);
    for (int index = 0; index < expected.size(); index++) {
      for (int at = 0; at < SEQUENCE_AT; at++) {
        boolean ofTheRing = at >= RING_FIELDS_AT && at < HEADER_BYTES;
        if (!ofTheRing && expected.get(index).getByte(at) != actual.get(index).getByte(at)) {
          fail("%s: byte %d of %s".formatted(which, at, texts(actual).get(index)));
        }
      }
    }
  }

  private static List<String> texts(List<UnsafeBuffer> events) {
    return events.stream().map(event -> EventText.of(event, 0)).toList();
  }
}
