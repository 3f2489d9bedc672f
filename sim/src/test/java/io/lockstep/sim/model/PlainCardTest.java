package io.lockstep.sim.model;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.agrona.concurrent.UnsafeBuffer;

/** The model answers as the plain card does, byte for byte, whatever it is sent. */
class PlainCardTest {
  private static final int COMMANDS = 1_500;

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void theModelAnswersAsThePlainCardDoes(@ForAll long seed) {
    PlainCard plain = new PlainCard(TestCapacities.TINY);
    try (CardUnderTest card = new CardUnderTest(new ModelCard(TestCapacities.TINY))) {
      int number = 0;
      for (UnsafeBuffer command : RandomFlow.hostile(seed, COMMANDS)) {
        SameEvents.check(
            "command " + number++, command, plain.execute(command), card.send(command));
      }
      UnsafeBuffer audit = TestDefinitions.audit().bytes;
      SameEvents.check("audit", audit, plain.execute(audit), card.send(audit));
    }
  }
}
