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
 * A card that is lost in the middle of what drains the engine: at every command and at every event
 * of a day of calls, auctions, moves of band and window, and mass cancels by account, once.
 */
class CardLossTest {
  private static final int[] IN_FLIGHT = {1, 7, 256};

  @TempDir private Path directory;
  private RecordedRun recorded;
  private FailingCard lasting;
  private String undisturbed;

  @BeforeEach
  void record() {
    recorded = RecordedRun.ofDrainedWork(directory);
    lasting = new FailingCard(RecordedRun.card(), Way.REFUSES_EVENTS, Long.MAX_VALUE);
    undisturbed = recorded.run(lasting, Spares.NONE, 1, 0);
    assertTrue(lasting.commands() > 150, "the day has much to do: " + lasting.commands());
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

  @Test
  void aFaultToldAtAnyEventLeavesNoTraceInTheOutput() {
    for (int event = 1; event < lasting.events(); event += 2) {
      check(Way.TELLS_FAULT, event);
    }
  }

  private void check(Way way, int at) {
    FailingCard card = new FailingCard(RecordedRun.card(), way, at);
    int inFlight = IN_FLIGHT[at % IN_FLIGHT.length];
    Spares model = (lost, sequence) -> RecordedRun.card();
    String run = recorded.run(card, model, inFlight, at);

    assertEquals(undisturbed, run, () -> way + " at " + at + ", in flight " + inFlight);
    assertTrue(card.hasFailed(), () -> way + " at " + at);
  }
}
