package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.FailingCard.Way;
import io.lockstep.host.engine.Spares;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day at a venue with margin: marks move, groups are staged, committed and swept, orders are
 * reserved for anew, and accounts are breached. Whatever is in flight, and wherever the card is
 * lost, the output is the same, and so is what the last card holds.
 */
class MarginCardLossTest {
  private static final int REQUESTS = 240;
  private static final int[] IN_FLIGHT = {1, 7, 256};

  @TempDir private Path directory;
  private RecordedRun recorded;
  private FailingCard lasting;
  private String undisturbed;

  @BeforeEach
  void record() {
    recorded = RecordedRun.ofMargin(directory, 3, REQUESTS);
    lasting = new FailingCard(RecordedRun.marginCard(), Way.REFUSES_EVENTS, Long.MAX_VALUE);
    undisturbed = recorded.run(lasting, Spares.NONE, 1, 0);
  }

  @Test
  void anyNumberOfCommandsInFlightGivesTheSameOutput() {
    for (int inFlight : new int[] {1, 2, 7, 64, 256}) {
      for (long seed = 0; seed < 5; seed++) {
        LateCard card = new LateCard(RecordedRun.marginCard(), seed);
        assertEquals(undisturbed, recorded.run(card, Spares.NONE, inFlight, 0));
      }
    }
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

  private void check(Way way, int at) {
    FailingCard card = new FailingCard(RecordedRun.marginCard(), way, at);
    int inFlight = IN_FLIGHT[at % IN_FLIGHT.length];
    Spares model = (lost, sequence) -> RecordedRun.marginCard();
    String run = recorded.run(card, model, inFlight, at);

    assertEquals(undisturbed, run, () -> way + " at " + at + ", in flight " + inFlight);
    assertTrue(card.hasFailed(), () -> way + " at " + at);
  }
}
