package io.lockstep.bench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.bench.flow.FlowCommand.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow is what its description says. */
class MixedFlowTest {
  private static final int COMMANDS = 200_000;

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

  private static double percent(Map<Kind, Integer> counts, Kind kind) {
    return 100.0 * counts.get(kind) / COMMANDS;
  }
}
