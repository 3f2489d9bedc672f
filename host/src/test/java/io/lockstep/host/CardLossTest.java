package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.host.FailingCard.Way;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A card that is lost in the middle of what drains the engine: at every command and at every event
 * of a day of calls, auctions, moves of band and window, and mass cancels by account, once.
 */
class CardLossTest extends CardLossRules {
  @Override
  RecordedRun record(Path directory) {
    return RecordedRun.ofDrainedWork(directory);
  }

  @Override
  Card card() {
    return RecordedRun.card();
  }

  @Test
  void aFaultToldAtAnyEventLeavesNoTraceInTheOutput() {
    for (int event = 1; event < lasting.events(); event += 2) {
      check(Way.TELLS_FAULT, event);
    }
  }
}
