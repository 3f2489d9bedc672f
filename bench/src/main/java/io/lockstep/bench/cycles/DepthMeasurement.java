package io.lockstep.bench.cycles;

import io.lockstep.bench.flow.CardEncoding;
import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.FlowCommand.Kind;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.bench.flow.Senders;
import io.lockstep.driver.EventHandler;
import io.lockstep.host.slots.FreeSlots;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.sim.verilated.VerilatedCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.DirectBuffer;

/**
 * Cycles of each kind of command by the number of live orders: the book grows, and at each size
 * every kind is sent some times, one command in flight, without changing the size. The orders rest
 * on 250 levels; the best level of each side holds one order that is never used up.
 */
public final class DepthMeasurement {
  private static final int SAMPLES = 200;
  private static final int LEVELS_A_SIDE = 124;
  private static final int BEST_LOTS = 1 << 24;
  private static final int LOTS = 10;

  private final VerilatedCard card;
  private final CardEncoding encoding = new CardEncoding();
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final EventHandler answers = this::onEvent;
  private final Random random;
  private final FreeSlots slots;
  private final Senders senders = Senders.inTurn(MixedFlow.ACCOUNTS);
  private final List<FlowCommand> live = new ArrayList<>();
  private final List<DepthRow> rows = new ArrayList<>();
  private long lastId;
  private long answered;
  private long sent;

  /**
   * @param card just opened; with room for as many orders as are to be live.
   */
  public DepthMeasurement(VerilatedCard card, long seed) {
    this.card = card;
    this.random = new Random(seed);
    this.slots = new FreeSlots(card.description().orderSlots());
    encoding.define(card, MixedFlow.ACCOUNTS);
    for (boolean buy : new boolean[] {true, false}) {
      send(encoding.encode(order(Kind.REST, buy, best(buy), BEST_LOTS)));
      awaitAll();
    }
  }

  /** Makes the book as large as that, and measures. */
  public void measure(int orders) {
    while (live.size() < orders - 2) {
      FlowCommand order = behind();
      live.add(order);
      send(encoding.encode(order));
    }
    awaitAll();
    DepthRow row = new DepthRow(orders);
    for (int i = 0; i < SAMPLES; i++) {
      sample(row);
    }
    rows.add(row);
  }

  /** Sizes measured, with their cycles. */
  public List<DepthRow> rows() {
    return rows;
  }

  private void sample(DepthRow row) {
    FlowCommand order = behind();
    one(row.of(DepthRow.RESTS), encoding.encode(order));
    FlowCommand fewer = with(order, order.price(), order.total() - 1);
    one(row.of(DepthRow.LOWERED), encoding.encode(fewer));
    FlowCommand moved = with(fewer, anotherPrice(fewer), fewer.total());
    one(row.of(DepthRow.MOVED), encoding.encode(moved));
    live.add(moved);

    boolean buy = random.nextBoolean();
    one(row.of(DepthRow.NO_FILL), encoding.encode(order(Kind.IOC, buy, best(buy), LOTS)));
    one(row.of(DepthRow.ONE_MAKER), encoding.encode(order(Kind.IOC, buy, best(!buy), LOTS)));
    FlowCommand killed = order(Kind.IOC, buy, best(!buy), LOTS);
    one(row.of(DepthRow.FILL_OR_KILL), encoding.enter(killed, TimeInForce.FOK));
    FlowCommand refused = order(Kind.IOC, buy, best(!buy), 0);
    one(row.of(DepthRow.REFUSED), encoding.encode(refused));

    FlowCommand any = live.remove(random.nextInt(live.size()));
    one(row.of(DepthRow.CANCEL), encoding.encode(as(Kind.CANCEL, any)));
    slots.give(any.slot());
    one(row.of(DepthRow.CANCEL_UNKNOWN), encoding.encode(as(Kind.CANCEL, any)));
  }

  private void one(DepthRow.Cycles cycles, DirectBuffer command) {
    send(command);
    awaitAll();
    cycles.record(card.device().kernelToEventCycles(), card.device().kernelToReadyCycles());
  }

  /** An order that rests behind the best. */
  private FlowCommand behind() {
    boolean buy = random.nextBoolean();
    return order(Kind.REST, buy, priceBehind(buy), LOTS);
  }

  private FlowCommand order(Kind kind, boolean buy, int price, int lots) {
    int slot = kind == Kind.IOC ? FlowCommand.NO_SLOT : slots.take();
    int account = senders.of(++lastId, buy);
    return new FlowCommand(kind, lastId, slot, account, buy, price, lots, lots);
  }

  private static FlowCommand with(FlowCommand order, int price, int total) {
    return new FlowCommand(
        Kind.MOVE,
        order.orderId(),
        order.slot(),
        order.account(),
        order.buy(),
        price,
        total,
        total);
  }

  private static FlowCommand as(Kind kind, FlowCommand order) {
    return new FlowCommand(
        kind,
        order.orderId(),
        order.slot(),
        order.account(),
        order.buy(),
        order.price(),
        order.lots(),
        order.total());
  }

  private int anotherPrice(FlowCommand order) {
    int price = order.price();
    while (price == order.price()) {
      price = priceBehind(order.buy());
    }
    return price;
  }

  private int priceBehind(boolean buy) {
    int away = 2 + random.nextInt(LEVELS_A_SIDE);
    return buy ? MixedFlow.MID - away : MixedFlow.MID + away;
  }

  private static int best(boolean buy) {
    return buy ? MixedFlow.MID - 1 : MixedFlow.MID + 1;
  }

  private void send(DirectBuffer command) {
    while (card.offer(command, 0) < 0) {
      poll();
    }
    sent++;
  }

  private void awaitAll() {
    while (answered < sent) {
      poll();
    }
  }

  private void poll() {
    if (card.poll(answers, Integer.MAX_VALUE) < 0) {
      throw new IllegalStateException("the card is lost: " + card.failure());
    }
  }

  private void onEvent(DirectBuffer event, int offset) {
    if (header.wrap(event, offset).flags().last()) {
      answered++;
    }
  }
}
