package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.StateLoader;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.LoadOrderDecoder;
import io.lockstep.schema.card.NewDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A log restored at any point goes on as if nothing had been: a fresh card, loaded from the audit
 * of another and the slots that the host knows, gives the same later answers and the same hash.
 */
class RestorePropertyTest {
  private static final int COMMANDS = 1_500;
  private static final int LOADING = 80;

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void aRestoredCardGoesOnAsTheOneItWasRestoredFrom(
      @ForAll long seed, @ForAll @IntRange(min = LOADING, max = COMMANDS) int point) {
    List<UnsafeBuffer> log = RandomFlow.sensible(seed, COMMANDS);
    try (CardUnderTest card = new CardUnderTest(new ModelCard(TestCapacities.TINY));
        CardUnderTest restored = new CardUnderTest(new ModelCard(TestCapacities.TINY))) {
      HostSlots slots = new HostSlots();
      for (UnsafeBuffer command : log.subList(0, point)) {
        slots.learn(command);
        card.send(command);
      }
      restore(restored, card, slots);
      assertEquals(card.stateHash(), restored.stateHash(), "hash once restored");
      for (UnsafeBuffer command : log.subList(point, COMMANDS)) {
        assertEquals(texts(card.send(command)), texts(restored.send(command)));
      }
      assertEquals(card.stateHash(), restored.stateHash(), "hash at the end");
    }
  }

  private static void restore(CardUnderTest restored, CardUnderTest card, HostSlots slots) {
    StateLoader loader = new StateLoader(slots);
    card.send(TestDefinitions.audit().bytes).forEach(line -> loader.onEvent(line, 0));
    for (UnsafeBuffer command : loader.commands()) {
      List<String> answer = texts(restored.send(command));
      assertTrue(answer.get(0).startsWith("done"), answer::toString);
    }
  }

  private static List<String> texts(List<UnsafeBuffer> events) {
    return events.stream().map(event -> EventText.of(event, 0)).toList();
  }

  /** What the host knows of slots: it named them. */
  private static final class HostSlots implements StateLoader.Slots {
    private final Map<Long, Integer> orders = new HashMap<>();

    void learn(UnsafeBuffer command) {
      CommandHeaderDecoder header = new CommandHeaderDecoder().wrap(command, 0);
      if (header.templateId() == NewDecoder.TEMPLATE_ID) {
        orders.put(header.logSequence(), (int) new NewDecoder().wrap(command, 0, 64, 1).slot());
      } else if (header.templateId() == LoadOrderDecoder.TEMPLATE_ID) {
        orders.put(
            header.logSequence(), (int) new LoadOrderDecoder().wrap(command, 0, 64, 1).slot());
      }
    }

    @Override
    public int ofOrder(long orderId) {
      return orders.get(orderId);
    }

    @Override
    public int ofPosition(int account, int instrument) {
      return TestDefinitions.positionOf(account, instrument);
    }
  }
}
