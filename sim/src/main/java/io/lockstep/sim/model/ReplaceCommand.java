package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.SelfTradePrevention;

/**
 * Replace: gives a live order a new price, a new total, or another place. The total names all lots,
 * the filled ones included.
 */
final class ReplaceCommand extends Command {
  private static final int LAST_MODE = SelfTradePrevention.CANCEL_BOTH.value();

  private final OrderPool pool;
  private final Checks checks;
  private final LiveOrders orders;
  private final OrderEntry entry;
  private final Gate gate;
  private final Revaluation revaluation;
  private final StatusReports statuses;
  private final Order order = new Order();
  private int instrument;
  private int namedSide;
  private int namedPosition;
  private boolean postOnly;

  ReplaceCommand(
      CardState state,
      EventWriter events,
      Checks checks,
      LiveOrders orders,
      OrderEntry entry,
      Gate gate,
      Revaluation revaluation,
      StatusReports statuses) {
    super(state, events, ReplaceDecoder.TEMPLATE_ID, Flags.POST_ONLY | Flags.PARKED, When.LOADED);
    this.pool = state.pool;
    this.checks = checks;
    this.orders = orders;
    this.entry = entry;
    this.gate = gate;
    this.revaluation = revaluation;
    this.statuses = statuses;
  }

  @Override
  void decode(Messages window, int at) {
    instrument = window.getShort(at + ReplaceDecoder.instrumentEncodingOffset());
    namedSide = window.getByte(at + ReplaceDecoder.sideEncodingOffset());
    namedPosition = window.getInt(at + ReplaceDecoder.positionSlotEncodingOffset());
    postOnly = hasFlag(Flags.POST_ONLY);
    order.id = window.getLong(at + ReplaceDecoder.orderIdEncodingOffset());
    order.account = window.getInt(at + ReplaceDecoder.accountEncodingOffset());
    order.slot = window.getInt(at + ReplaceDecoder.slotEncodingOffset());
    order.limit = window.getInt(at + ReplaceDecoder.priceEncodingOffset());
    order.total = window.getInt(at + ReplaceDecoder.totalEncodingOffset());
    order.selfTradePrevention =
        window.getByte(at + ReplaceDecoder.selfTradePreventionEncodingOffset());
    order.goodTillCancelled = true;
    order.parked = hasFlag(Flags.PARKED);
  }

  @Override
  void revalue() {
    revaluation.ofAccountIfKnown(order.account);
  }

  @Override
  boolean hasUnsupportedCode() {
    return (postOnly && order.parked) || order.selfTradePrevention > LAST_MODE;
  }

  @Override
  RejectReason refusal() {
    if (!state.knowsInstrument(instrument)) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    int slot = order.slot;
    if (!checks.names(slot, order.id, order.account)
        || pool.instrument(slot) != instrument
        || (state.hasMargin() && !namesSideAndPosition(slot))) {
      return RejectReason.UNKNOWN_ORDER;
    }
    takeWhatStays(slot);
    if (endsTheOrder()) {
      return NOT_REFUSED;
    }
    RejectReason reason = refusalOfNewTerms(order.instrument);
    return reason != NOT_REFUSED ? reason : gate.refusalOfReplaced(order, keepsItsPlace());
  }

  private boolean namesSideAndPosition(int slot) {
    return pool.side(slot) == namedSide && pool.positionSlot(slot) == namedPosition;
  }

  private void takeWhatStays(int slot) {
    order.instrument = state.instrumentOf(slot);
    order.session = pool.session(slot);
    order.group = pool.group(slot);
    order.feeTier = pool.feeTier(slot);
    order.positionSlot = pool.positionSlot(slot);
    order.side = pool.side(slot);
    order.left = order.total - pool.filled(slot);
  }

  private boolean endsTheOrder() {
    return Integer.compareUnsigned(order.total, pool.filled(order.slot)) <= 0;
  }

  private RejectReason refusalOfNewTerms(Instrument of) {
    if (!of.allowsQuantity(order.total)) {
      return RejectReason.QUANTITY_TOO_LARGE;
    }
    if (!of.allowsPrice(order.limit)) {
      return RejectReason.PRICE_BEYOND_LIMIT;
    }
    if (order.lacksLevel()) {
      return RejectReason.PRICE_OUTSIDE_WINDOW;
    }
    int more = order.total - pool.total(order.slot);
    if (checks.wouldPassLimit(order.positionSlot, more)) {
      return RejectReason.POSITION_BOUND;
    }
    if (postOnly && order.wouldTrade()) {
      return RejectReason.WOULD_CROSS;
    }
    return NOT_REFUSED;
  }

  @Override
  void carryOut() {
    if (endsTheOrder()) {
      orders.cancel(order.slot, CancelReason.REQUESTED);
    } else if (keepsItsPlace()) {
      orders.lowerTotal(order.slot, order.total);
      events.replaced(order, KeptPlace.KEPT);
      statuses.compare(order.account);
    } else {
      orders.end(order.slot);
      entry.accept(order);
      events.replaced(order, KeptPlace.LOST);
      entry.enter(order);
    }
    events.topOfBookIfChanged(order.instrument);
  }

  private boolean keepsItsPlace() {
    return order.limit == pool.price(order.slot)
        && order.total <= pool.total(order.slot)
        && order.parked == pool.isParked(order.slot);
  }

  @Override
  long orderId() {
    return order.id;
  }

  @Override
  int account() {
    return order.account;
  }
}
