package io.lockstep.bench.cycles;

import io.lockstep.bench.flow.CardEncoding;
import io.lockstep.bench.flow.CommandStream;
import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.FlowCommand.Kind;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.host.slots.FreeSlots;
import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;

/**
 * Cycles of the gate, one command in flight and nothing of the one before under way, by what its
 * account has; and with margin from the window to the event.
 */
public final class GateMeasurement {
  /** The row of orders that rest. */
  public static final String RESTS = "new, rests";

  /** The row of orders that a healthy account may not have. */
  static final String REFUSED = "refused, beyond the account's free equity";

  private static final String FIRST = "first order since the card was loaded";
  private static final String NO_FILL = "IOC without fill";
  private static final String MOVE = "replace, another price";
  private static final String CANCEL = "cancel";
  private static final int[] OPEN_ORDERS = {0, 1, 100};
  private static final int SAMPLES = 20;
  private static final int STALE_SAMPLES = 3;
  private static final int LOTS = 10;
  private static final int TOP_PRICE = MixedFlow.MID;
  private static final int PRICES = 200;

  /** Reads of a register, each of which takes some cycles: all is done then. */
  private static final int READS_UNTIL_QUIET = 64;

  private final VerilatedDevice device;
  private final CommandStream stream;
  private final GateAccounts accounts;
  private final CardEncoding encoding = new CardEncoding(GateAccounts.SLOTS_AN_ACCOUNT);
  private final FreeSlots slots;
  private final CycleTable gate;
  private final CycleTable gateToStart;
  private final CycleTable serialToStart = new CycleTable(List.of(FIRST, REFUSED));
  private final CycleTable windowToEvent = new CycleTable(List.of(RESTS, NO_FILL, MOVE, CANCEL));
  private final List<StaleRow> stale = new ArrayList<>();
  private long lastId;

  /**
   * @param card just opened, with margin.
   */
  GateMeasurement(VerilatedCard card) {
    device = card.device();
    stream = new CommandStream(card);
    slots = new FreeSlots(card.description().orderSlots());
    accounts = new GateAccounts(card.description().scenarios());
    gate = new CycleTable(rowNames());
    gateToStart = new CycleTable(rowNames());
    stream.run(accounts.setUp().iterator());
  }

  /** Measured on one of these cards. */
  public static GateMeasurement on(MarginCards cards) {
    try (VerilatedCard card = cards.open()) {
      GateMeasurement measurement = new GateMeasurement(card);
      measurement.measure();
      return measurement;
    }
  }

  /** Measures all. */
  void measure() {
    for (int account = 0; account < GateAccounts.ALL.size(); account++) {
      send(order(Kind.IOC, account));
      serialToStart.record(FIRST, device.gateToStartCycles());
      Deque<FlowCommand> open = new ArrayDeque<>();
      for (int orders : OPEN_ORDERS) {
        while (open.size() < orders) {
          FlowCommand order = order(Kind.REST, account);
          open.add(order);
          send(order);
        }
        sample(account, rowName(account, orders));
      }
      open.forEach(order -> send(as(Kind.CANCEL, order, order.price())));
    }
    GateAccounts.STALENESSES.forEach(this::measureStale);
    measureRefused();
  }

  /**
   * From the cycle in which an order's operation enters the margin pipe to that of its verdict. A
   * card that gates nothing ahead of the matcher has no such cycles.
   */
  public CycleTable gate() {
    return gate;
  }

  /** From the cycle in which an order comes to the gate until the matcher takes it. */
  public CycleTable gateToStart() {
    return gateToStart;
  }

  /** From the last byte in the window to the first byte of the event on the bus. */
  public CycleTable windowToEvent() {
    return windowToEvent;
  }

  /**
   * The same of orders that are not gated ahead of the matcher, or in vain; not counted elsewhere.
   */
  public CycleTable serialToStart() {
    return serialToStart;
  }

  /** What an older epoch adds to {@link #gateToStart}. */
  public List<StaleRow> stale() {
    return stale;
  }

  private void sample(int account, String row) {
    for (int i = 0; i < SAMPLES; i++) {
      send(order(Kind.IOC, account));
      recordGate(row);
      windowToEvent.record(NO_FILL, device.windowToEventCycles());

      FlowCommand order = order(Kind.REST, account);
      send(order);
      recordGate(row);
      windowToEvent.record(RESTS, device.windowToEventCycles());

      FlowCommand moved = as(Kind.MOVE, order, order.price() - 1);
      send(moved);
      recordGate(row);
      windowToEvent.record(MOVE, device.windowToEventCycles());

      send(as(Kind.CANCEL, moved, moved.price()));
      windowToEvent.record(CANCEL, device.windowToEventCycles());
    }
  }

  private void recordGate(String row) {
    if (device.gateCycles() > 0) {
      gate.record(row, device.gateCycles());
    }
    gateToStart.record(row, device.gateToStartCycles());
  }

  private void measureStale(GateAccounts.Staleness staleness) {
    long current = gateToStart.row(rowName(staleness.account(), 0)).getMaxValue();
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < STALE_SAMPLES; i++) {
      stream.run(accounts.commit(staleness.firstGroup(), staleness.groups()).iterator());
      send(order(Kind.IOC, staleness.account()));
      least = Math.min(least, device.gateToStartCycles() - current);
      most = Math.max(most, device.gateToStartCycles() - current);
      stream.run(accounts.sweep().iterator());
    }
    stale.add(new StaleRow(staleness.groups(), staleness.positions(), least, most));
  }

  private void measureRefused() {
    stream.mayRefuse();
    for (int i = 0; i < SAMPLES; i++) {
      send(order(Kind.IOC, GateAccounts.POOR));
      send(order(Kind.IOC, GateAccounts.POOR, GateAccounts.LOTS_BEYOND_POOR));
      serialToStart.record(REFUSED, device.gateToStartCycles());
    }
  }

  private FlowCommand order(Kind kind, int account) {
    return order(kind, account, LOTS);
  }

  private FlowCommand order(Kind kind, int account, int lots) {
    int slot = kind == Kind.IOC ? FlowCommand.NO_SLOT : slots.take();
    lastId++;
    int price = TOP_PRICE - (int) (lastId % PRICES);
    return new FlowCommand(kind, lastId, slot, account, true, price, lots, lots);
  }

  private FlowCommand as(Kind kind, FlowCommand order, int price) {
    if (kind == Kind.CANCEL) {
      slots.give(order.slot());
    }
    return new FlowCommand(
        kind, order.orderId(), order.slot(), order.account(), true, price, LOTS, LOTS);
  }

  private void send(FlowCommand command) {
    for (int i = 0; i < READS_UNTIL_QUIET; i++) {
      device.readRegister(0);
    }
    DirectBuffer encoded = encoding.encode(command);
    stream.run(Stream.of(encoded).iterator());
  }

  private static List<String> rowNames() {
    List<String> names = new ArrayList<>();
    for (int account = 0; account < GateAccounts.ALL.size(); account++) {
      for (int orders : OPEN_ORDERS) {
        names.add(rowName(account, orders));
      }
    }
    return names;
  }

  private static String rowName(int account, int orders) {
    return GateAccounts.ALL.get(account).name()
        + (orders == 1 ? ", 1 open order" : ", " + orders + " open orders");
  }
}
