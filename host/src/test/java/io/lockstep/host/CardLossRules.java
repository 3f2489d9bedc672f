package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.FailingCard.Way;
import io.lockstep.host.engine.Spares;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a card is lost in a recorded run, the output is that of a run whose card lasts. */
abstract class CardLossRules {
  private static final int[] IN_FLIGHT = {1, 7, 256};

  @TempDir private Path directory;

  /** The run, and its card that lasts. */
  RecordedRun recorded;

  FailingCard lasting;

  /** The output of the run whose card lasts. */
  String undisturbed;

  abstract RecordedRun record(Path directory);

  /** A fresh card for the run. */
  abstract Card card();

  @BeforeEach
  void recordOnce() {
    recorded = record(directory);
    lasting = new FailingCard(card(), Way.REFUSES_EVENTS, Long.MAX_VALUE);
    undisturbed = recorded.run(lasting, Spares.NONE, 1, 0);
    assertTrue(lasting.commands() > 150, "there is much to do: " + lasting.commands());
  }

  @Test
  void aCardLostAtAnyCommandLeavesNoTraceInTheOutput() {
    for (int command = 0; command < lasting.commands(); command++) {
      check(Way.REFUSES_COMMANDS, command);
    }
  }

  @Test
  void aCardLostAtAnyEventLeavesNoTraceInTheOutput() {
    for (int event = 0; event < lasting.events(); event++) {
      check(Way.REFUSES_EVENTS, event);
    }
  }

  /** Runs with a card that fails at a command or event, and with another in its place. */
  final void check(Way way, int at) {
    FailingCard card = new FailingCard(card(), way, at);
    int inFlight = IN_FLIGHT[at % IN_FLIGHT.length];
    String run = recorded.run(card, (lost, sequence) -> card(), inFlight, at);

    assertEquals(undisturbed, run, () -> way + " at " + at + ", in flight " + inFlight);
    assertTrue(card.hasFailed(), () -> way + " at " + at);
  }
}
