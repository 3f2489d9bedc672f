package io.lockstep.bench.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.bench.cycles.MarginThroughput.Sender;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The flow with margin; a card that refused any of its commands would end it. */
class MarginThroughputTest {
  private static final int FEW_ACCOUNTS = 100;
  private static final int COMMANDS = 1_000;

  @ParameterizedTest
  @EnumSource(Sender.class)
  void theSameSeedTakesTheSameCyclesAndMarksThatMoveTakeMore(Sender sender) {
    MarginThroughput flow = new MarginThroughput(new MarginCards(FEW_ACCOUNTS, true), 3);
    long cycles = flow.withMargin(sender, COMMANDS);

    assertEquals(
        cycles,
        new MarginThroughput(new MarginCards(FEW_ACCOUNTS, true), 3).withMargin(sender, COMMANDS));
    assertTrue(flow.withoutMargin(sender, COMMANDS) <= cycles);
    assertTrue(flow.marksMoving(sender, COMMANDS) > cycles);
  }
}
