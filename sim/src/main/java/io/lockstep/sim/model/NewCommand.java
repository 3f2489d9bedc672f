package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.BUY;
import static io.lockstep.sim.model.Sides.NO_PRICE;
import static io.lockstep.sim.model.Sides.SELL;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TimeInForce;
import org.agrona.DirectBuffer;

/**
 * New: enters an order, matches it, and rests or cancels what is left. A market order is an IOC
 * whose limit the host has set.
 */
final class NewCommand {
  private static final short LIMIT = OrderType.LIMIT.value();
  private static final short MARKET = OrderType.MARKET.value();
  private static final short GTC = TimeInForce.GTC.value();
  private static final short IOC = TimeInForce.IOC.value();

  private final CardState state;
  private final OrderPool pool;
  private final EventWriter events;
  private final NewDecoder order = new NewDecoder();

  private long orderId;
  private int account;
  private byte side;
  private int limit;
  private int quantity;

  NewCommand(CardState state, EventWriter events) {
    this.state = state;
    this.pool = state.pool;
    this.events = events;
  }

  /** Executes the command at {@code offset}; returns why it was refused, NULL_VAL if it was not. */
  RejectReason execute(DirectBuffer command, int offset) {
    order.wrap(command, offset, NewDecoder.BLOCK_LENGTH, NewDecoder.SCHEMA_VERSION);
    orderId = order.header().logSequence();
    account = (int) order.account();
    side = (byte) order.sideRaw();
    limit = order.price();
    quantity = (int) order.quantity();

    RejectReason reason = refusal();
    if (reason == RejectReason.NULL_VAL) {
      enter(state.instrument(order.instrument()));
    } else {
      events.rejected(NewDecoder.TEMPLATE_ID, orderId, account, reason);
    }
    return reason;
  }

  private RejectReason refusal() {
    if (hasUnsupportedField()) {
      return RejectReason.UNSUPPORTED_FIELD;
    }
    if (!state.knowsInstrument(order.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    if (!state.knowsAccount(order.account())) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (order.quantity() == 0) {
      return RejectReason.QUANTITY_ZERO;
    }
    Instrument instrument = state.instrument(order.instrument());
    if (order.quantity() > instrument.maxQuantity()) {
      return RejectReason.QUANTITY_TOO_LARGE;
    }
    if (Math.abs((long) limit) > instrument.maxPrice()) {
      return RejectReason.PRICE_BEYOND_LIMIT;
    }
    if (!instrument.windowHolds(limit)) {
      return RejectReason.PRICE_OUTSIDE_WINDOW;
    }
    return mayRest() ? refusalOfSlot((int) order.slot()) : RejectReason.NULL_VAL;
  }

  private RejectReason refusalOfSlot(int slot) {
    if (pool.isOutOfRange(slot)) {
      return RejectReason.SLOT_OUT_OF_RANGE;
    }
    if (pool.isLive(slot)) {
      return RejectReason.SLOT_OCCUPIED;
    }
    if (pool.liveOrders() >= state.capacities.liveOrders()) {
      return RejectReason.POOL_FULL;
    }
    return RejectReason.NULL_VAL;
  }

  private boolean hasUnsupportedField() {
    short type = order.orderTypeRaw();
    short timeInForce = order.timeInForceRaw();
    return order.header().flags().getRaw() != 0
        || (order.sideRaw() != BUY && order.sideRaw() != SELL)
        || (type != LIMIT && type != MARKET)
        || (timeInForce != GTC && timeInForce != IOC)
        || (type == MARKET && timeInForce == GTC)
        || order.selfTradePreventionRaw() != 0;
  }

  private boolean mayRest() {
    return order.timeInForceRaw() == GTC;
  }

  private void enter(Instrument instrument) {
    events.accepted(orderId, account, instrument.number);
    int left = match(instrument);
    if (left > 0) {
      restOrCancel(instrument, left);
    }
    events.topOfBookIfChanged(instrument);
  }

  /** Trades with the best makers within limit and band; returns the lots that are left. */
  private int match(Instrument instrument) {
    BookSide makers = instrument.book.opposite(side);
    int left = quantity;
    int price = makers.bestPrice();
    while (left > 0 && price != NO_PRICE && mayTrade(instrument, price)) {
      Level level = makers.level(price);
      int maker = level.first();
      int lots = Math.min(left, pool.open(maker));
      events.trade(pool, maker, orderId, side, lots);
      level.fill(pool, maker, lots);
      left -= lots;
      if (pool.open(maker) == 0) {
        instrument.book.remove(pool, maker);
        price = makers.bestPrice();
      }
    }
    return left;
  }

  private boolean mayTrade(Instrument instrument, int price) {
    return Sides.accepts(side, limit, price) && instrument.bandHolds(price);
  }

  private void restOrCancel(Instrument instrument, int left) {
    if (instrument.isBeyondBand(side, limit)) {
      events.cancelled(orderId, account, instrument.number, left, CancelReason.BAND);
    } else if (!mayRest()) {
      events.cancelled(orderId, account, instrument.number, left, CancelReason.IMMEDIATE_OR_CANCEL);
    } else {
      int slot = (int) order.slot();
      int session = (int) order.session();
      int filled = quantity - left;
      pool.enter(slot, orderId, account, session, instrument.number, side, limit, quantity, filled);
      instrument.book.append(pool, slot);
    }
  }
}
