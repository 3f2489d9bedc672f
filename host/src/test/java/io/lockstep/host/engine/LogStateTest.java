package io.lockstep.host.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.Cards;
import java.lang.reflect.RecordComponent;
import org.junit.jupiter.api.Test;

/** What log messages write goes into snapshots. */
class LogStateTest {
  @Test
  void everyPartOfItIsInASnapshot() throws ReflectiveOperationException {
    try (Card card = Cards.open(Cards.MODEL)) {
      LogState state = LogState.of(card.description());
      for (RecordComponent component : LogState.class.getRecordComponents()) {
        Object part = component.getAccessor().invoke(state);
        assertTrue(state.parts().contains(part), component.getName() + " is forgotten");
      }
    }
  }
}
