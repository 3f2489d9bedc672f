package io.lockstep.sim.model;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The RTL with margin answers random commands as the plain card does, byte for byte; after each an
 * audit of everything is compared.
 */
class VerilatedMarginTest {
  private static final int COMMANDS = 1_000;
  private static final int HOSTILE_PERCENT = 3;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theRtlAnswersAsThePlainCardDoes(long seed) {
    compare(seed, TestCapacities.MARGIN_16);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void soItDoesWithThirtyTwoScenarios(long seed) {
    compare(seed, TestCapacities.MARGIN_32);
  }

  private static void compare(long seed, Capacities capacities) {
    RandomMarginFlow flow = new RandomMarginFlow(seed, capacities, HOSTILE_PERCENT);
    try (CardUnderTest card = new CardUnderTest(VerilatedMarginCards.open(capacities))) {
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
