package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.driver.Card;
import io.lockstep.host.engine.Spares;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A day at a venue with margin: marks move, groups are staged, committed and swept, orders are
 * reserved for anew, and accounts are breached. Whatever is in flight, and wherever the card is
 * lost, the output is the same, and so is what the last card holds.
 */
class MarginCardLossTest extends CardLossRules {
  private static final int REQUESTS = 240;

  @Override
  RecordedRun record(Path directory) {
    return RecordedRun.ofMargin(directory, 3, REQUESTS);
  }

  @Override
  Card card() {
    return RecordedRun.marginCard();
  }

  @Test
  void anyNumberOfCommandsInFlightGivesTheSameOutput() {
    for (int inFlight : new int[] {1, 2, 7, 64, 256}) {
      for (long seed = 0; seed < 5; seed++) {
        LateCard late = new LateCard(card(), seed);
        assertEquals(undisturbed, recorded.run(late, Spares.NONE, inFlight, 0));
      }
    }
  }
}
