package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.BUY;
import static io.lockstep.sim.model.Sides.SELL;

import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.TimeInForce;

/** New: enters an order. A market order is an IOC whose limit the host has set. */
final class NewCommand extends Command {
  private static final int LIMIT = OrderType.LIMIT.value();
  private static final int MARKET = OrderType.MARKET.value();
  private static final int GTC = TimeInForce.GTC.value();
  private static final int IOC = TimeInForce.IOC.value();
  private static final int FOK = TimeInForce.FOK.value();
  private static final int LAST_MODE = SelfTradePrevention.CANCEL_BOTH.value();

  private final Checks checks;
  private final Matching matching;
  private final OrderEntry entry;
  private final Gate gate;
  private final Revaluation revaluation;
  private final Order order = new Order();
  private int timeInForce;
  private int orderType;
  private int instrument;
  private boolean postOnly;
  private boolean reduceOnly;
  private boolean dryRun;

  NewCommand(
      CardState state,
      EventWriter events,
      Checks checks,
      Matching matching,
      OrderEntry entry,
      Gate gate,
      Revaluation revaluation) {
    super(state, events, NewDecoder.TEMPLATE_ID, namedFlags(state), When.LOADED);
    this.checks = checks;
    this.matching = matching;
    this.entry = entry;
    this.gate = gate;
    this.revaluation = revaluation;
  }

  private static int namedFlags(CardState state) {
    int flags = Flags.POST_ONLY | Flags.REDUCE_ONLY | Flags.PARKED;
    return state.hasMargin() ? flags | Flags.DRY_RUN | Flags.SYSTEM : flags;
  }

  @Override
  void decode(Messages window, int at) {
    timeInForce = window.getByte(at + NewDecoder.timeInForceEncodingOffset());
    orderType = window.getByte(at + NewDecoder.orderTypeEncodingOffset());
    instrument = window.getShort(at + NewDecoder.instrumentEncodingOffset());
    postOnly = hasFlag(Flags.POST_ONLY);
    reduceOnly = hasFlag(Flags.REDUCE_ONLY);
    dryRun = hasFlag(Flags.DRY_RUN);
    order.id = window.getLong(at + CommandHeaderDecoder.logSequenceEncodingOffset());
    order.account = window.getInt(at + NewDecoder.accountEncodingOffset());
    order.session = window.getInt(at + NewDecoder.sessionEncodingOffset());
    order.positionSlot = window.getInt(at + NewDecoder.positionSlotEncodingOffset());
    order.slot = window.getInt(at + NewDecoder.slotEncodingOffset());
    order.side = window.getByte(at + NewDecoder.sideEncodingOffset());
    order.limit = window.getInt(at + NewDecoder.priceEncodingOffset());
    order.total = window.getInt(at + NewDecoder.quantityEncodingOffset());
    order.left = order.total;
    order.selfTradePrevention = window.getByte(at + NewDecoder.selfTradePreventionEncodingOffset());
    order.goodTillCancelled = timeInForce == GTC;
    order.parked = hasFlag(Flags.PARKED);
  }

  @Override
  void revalue() {
    revaluation.ofAccountIfKnown(order.account);
  }

  @Override
  boolean hasUnsupportedCode() {
    return (order.side != BUY && order.side != SELL)
        || (orderType != LIMIT && orderType != MARKET)
        || (timeInForce != GTC && timeInForce != IOC && timeInForce != FOK)
        || order.selfTradePrevention > LAST_MODE
        || ((orderType == MARKET || reduceOnly) && timeInForce != IOC)
        || ((postOnly || order.parked) && timeInForce != GTC)
        || (postOnly && order.parked);
  }

  @Override
  RejectReason refusal() {
    RejectReason owner = checks.owner(instrument, order.account, order.positionSlot);
    if (owner != NOT_REFUSED) {
      return owner;
    }
    Instrument of = state.instrument(instrument);
    order.instrument = of;
    order.group = state.accounts.group(order.account);
    order.feeTier = state.accounts.feeTier(order.account);
    if (order.total == 0) {
      return RejectReason.QUANTITY_ZERO;
    }
    if (!of.allowsQuantity(order.total)) {
      return RejectReason.QUANTITY_TOO_LARGE;
    }
    if (!of.allowsPrice(order.limit)) {
      return RejectReason.PRICE_BEYOND_LIMIT;
    }
    if (order.goodTillCancelled) {
      if (order.lacksLevel()) {
        return RejectReason.PRICE_OUTSIDE_WINDOW;
      }
      RejectReason slot = dryRun ? checks.freePool() : checks.freeSlot(order.slot);
      if (slot != NOT_REFUSED) {
        return slot;
      }
    }
    RejectReason reason = reduceOnly ? refusalOfReduceOnly() : refusalOfOpening();
    return reason != NOT_REFUSED ? reason : gate.refusalOfNew(order, hasFlag(Flags.SYSTEM));
  }

  private RejectReason refusalOfReduceOnly() {
    int reducible = state.positions.reducible(order.positionSlot, order.side);
    if (reducible <= 0) {
      return RejectReason.NOTHING_TO_REDUCE;
    }
    order.clamp(reducible);
    return NOT_REFUSED;
  }

  private RejectReason refusalOfOpening() {
    if (checks.wouldPassLimit(order.positionSlot, order.total)) {
      return RejectReason.POSITION_BOUND;
    }
    if (postOnly && order.wouldTrade()) {
      return RejectReason.WOULD_CROSS;
    }
    return timeInForce == FOK ? matching.refusalOfFillOrKill(order) : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    if (dryRun) {
      events.accepted(order);
      gate.tellStatusWith(order);
      return;
    }
    entry.accept(order);
    events.accepted(order);
    entry.enter(order);
    events.topOfBookIfChanged(order.instrument);
  }

  @Override
  void refuse(RejectReason reason) {
    super.refuse(reason);
    if (dryRun && reason == RejectReason.MARGIN_INSUFFICIENT) {
      gate.tellStatusWith(order);
    }
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
