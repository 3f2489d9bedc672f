package io.lockstep.sim.model;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * With margin, too, the model answers as the plain card does, byte for byte. After each command an
 * audit of everything is compared: V and W of each scenario, both requirements, F and C, which the
 * plain card rebuilds from positions, orders and parameters, are those that the model keeps.
 */
class PlainMarginTest {
  private static final int COMMANDS = 1_000;
  private static final int TRIES = 10;
  private static final int HOSTILE_PERCENT = 3;

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void theModelAnswersAsThePlainCardDoes(@ForAll long seed) {
    compare(seed, TestCapacities.MARGIN_16);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void soItDoesWithThirtyTwoScenarios(@ForAll long seed) {
    compare(seed, TestCapacities.MARGIN_32);
  }

  private static void compare(long seed, Capacities capacities) {
    RandomMarginFlow flow = new RandomMarginFlow(seed, capacities, HOSTILE_PERCENT);
    try (CardUnderTest card = new CardUnderTest(new ModelCard(capacities))) {
      for (int number = 0; number < COMMANDS; number++) {
        UnsafeBuffer command = flow.next();
        String which = "seed " + seed + ", command " + number;
        SameEvents.check(which, command, flow.plain.execute(command), card.send(command));
        UnsafeBuffer audit = TestMargin.audit().bytes;
        SameEvents.check(
            which + ", audit after it", command, flow.plain.execute(audit), card.send(audit));
      }
    }
  }
}
