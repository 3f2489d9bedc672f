package io.lockstep.bench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lockstep.bench.flow.FlowCommand.Kind;
import io.lockstep.driver.Card;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow is what its description says. */
class MixedFlowTest {
  private static final int COMMANDS = 200_000;
  private static final int MAKERS = 50;
  private static final int BURST = 20;

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void hasTheSharesThatItNamesAndSoManyRestingOrders(int resting) {
    MixedFlow flow = new MixedFlow(1, resting);
    flow.next(4 * resting);
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    long live = 0;
    for (int i = 0; i < COMMANDS; i++) {
      counts.merge(flow.next().kind(), 1, Integer::sum);
      live += flow.liveOrders();
    }

    assertEquals(40.0, percent(counts, Kind.REST), 1.0);
    assertEquals(25.5, percent(counts, Kind.CANCEL), 1.0);
    assertEquals(19.5, percent(counts, Kind.MOVE), 0.5);
    assertEquals(10.0, percent(counts, Kind.IOC), 0.5);
    assertEquals(5.0, percent(counts, Kind.CROSS), 0.5);
    assertEquals(resting, (double) live / COMMANDS, 0.1 * resting);
  }

  /** An order takes its slot after the one before has left it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noTwoLiveOrdersHaveOneSlot(long seed) {
    List<FlowCommand> commands = new MixedFlow(seed, 500).next(50_000);
    Map<Integer, Long> idOfSlot = new HashMap<>();
    for (FlowCommand command : commands) {
      switch (command.kind()) {
        case REST, CROSS -> idOfSlot.put(command.slot(), command.orderId());
        case CANCEL, MOVE -> assertEquals(command.orderId(), idOfSlot.get(command.slot()));
        case IOC -> assertEquals(FlowCommand.NO_SLOT, command.slot());
      }
    }
  }

  @Test
  void aBurstIsOfOneAccountAndBurstsHaveTheSharesThatTheDocsTell() {
    MixedFlow flow = new MixedFlow(1, 1_000, new BurstSenders(1, 1_000, MAKERS, BURST));
    flow.next(4_000);
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    Set<Integer> senders = new HashSet<>();
    for (int i = 0; i < COMMANDS; i += BURST) {
      List<FlowCommand> burst = flow.next(BURST);
      burst.forEach(command -> counts.merge(command.kind(), 1, Integer::sum));
      Set<Integer> accounts = burst.stream().map(FlowCommand::account).collect(Collectors.toSet());
      assertEquals(1, accounts.size(), () -> "a burst of the accounts " + accounts);
      senders.addAll(accounts);
    }

    assertEquals(MAKERS, senders.size());
    assertEquals(37.8, percent(counts, Kind.REST), 0.5);
    assertEquals(29.8, percent(counts, Kind.CANCEL), 0.5);
    assertEquals(18.3, percent(counts, Kind.MOVE), 0.5);
    assertEquals(9.5, percent(counts, Kind.IOC), 0.5);
    assertEquals(4.6, percent(counts, Kind.CROSS), 0.5);
  }

  /** A card would cancel what meets an order of its own account, and the book here would not. */
  @Test
  void noAccountMeetsItsOwnOrders() {
    for (Senders senders :
        List.of(Senders.atRandom(MAKERS, 1), new BurstSenders(1, MAKERS, MAKERS, BURST))) {
      CardEncoding encoding = new CardEncoding();
      MixedFlow flow = new MixedFlow(1, 300, senders);
      CancelledDecoder cancelled = new CancelledDecoder();
      EventHeaderDecoder header = new EventHeaderDecoder();
      try (ModelCard card = new ModelCard(Capacities.SIM)) {
        encoding.define(card, MAKERS);
        CommandStream stream =
            new CommandStream(
                card,
                (event, offset) -> {
                  if (header.wrap(event, offset).templateId() == CancelledDecoder.TEMPLATE_ID) {
                    cancelled.wrap(
                        event, offset, Card.MESSAGE_BYTES, CancelledDecoder.SCHEMA_VERSION);
                    assertNotEquals(CancelReason.SELF_TRADE, cancelled.reason());
                  }
                });
        for (FlowCommand command : flow.next(50_000)) {
          stream.run(List.of(encoding.encode(command)).iterator());
        }
      }
    }
  }

  private static double percent(Map<Kind, Integer> counts, Kind kind) {
    return 100.0 * counts.get(kind) / COMMANDS;
  }
}
