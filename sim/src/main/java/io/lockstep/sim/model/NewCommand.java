package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.BUY;
import static io.lockstep.sim.model.Sides.SELL;

import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.TimeInForce;
import org.agrona.DirectBuffer;

/** New: enters an order. A market order is an IOC whose limit the host has set. */
final class NewCommand extends Command {
  private static final short LIMIT = OrderType.LIMIT.value();
  private static final short MARKET = OrderType.MARKET.value();
  private static final short GTC = TimeInForce.GTC.value();
  private static final short IOC = TimeInForce.IOC.value();
  private static final short FOK = TimeInForce.FOK.value();
  private static final short LAST_MODE = SelfTradePrevention.CANCEL_BOTH.value();

  private final Checks checks;
  private final Matching matching;
  private final OrderEntry entry;
  private final NewDecoder command = new NewDecoder();
  private final Order order = new Order();
  private short timeInForce;
  private boolean postOnly;
  private boolean reduceOnly;

  NewCommand(
      CardState state, EventWriter events, Checks checks, Matching matching, OrderEntry entry) {
    super(
        state,
        events,
        NewDecoder.TEMPLATE_ID,
        Flags.POST_ONLY | Flags.REDUCE_ONLY | Flags.PARKED,
        When.LOADED);
    this.checks = checks;
    this.matching = matching;
    this.entry = entry;
  }

  @Override
  void decode(DirectBuffer buffer, int offset) {
    command.wrap(buffer, offset, NewDecoder.BLOCK_LENGTH, NewDecoder.SCHEMA_VERSION);
    timeInForce = command.timeInForceRaw();
    postOnly = hasFlag(Flags.POST_ONLY);
    reduceOnly = hasFlag(Flags.REDUCE_ONLY);
    order.id = header.logSequence();
    order.account = (int) command.account();
    order.session = (int) command.session();
    order.positionSlot = (int) command.positionSlot();
    order.slot = (int) command.slot();
    order.side = (byte) command.sideRaw();
    order.limit = command.price();
    order.total = (int) command.quantity();
    order.left = order.total;
    order.selfTradePrevention = command.selfTradePreventionRaw();
    order.goodTillCancelled = timeInForce == GTC;
    order.parked = hasFlag(Flags.PARKED);
  }

  @Override
  boolean hasUnsupportedCode() {
    short type = command.orderTypeRaw();
    return (order.side != BUY && order.side != SELL)
        || (type != LIMIT && type != MARKET)
        || (timeInForce != GTC && timeInForce != IOC && timeInForce != FOK)
        || order.selfTradePrevention > LAST_MODE
        || ((type == MARKET || reduceOnly) && timeInForce != IOC)
        || ((postOnly || order.parked) && timeInForce != GTC)
        || (postOnly && order.parked);
  }

  @Override
  RejectReason refusal() {
    RejectReason owner = checks.owner(command.instrument(), order.account, order.positionSlot);
    if (owner != NOT_REFUSED) {
      return owner;
    }
    Instrument instrument = state.instrument(command.instrument());
    order.instrument = instrument;
    order.group = state.accounts.group(order.account);
    if (order.total == 0) {
      return RejectReason.QUANTITY_ZERO;
    }
    if (!instrument.allowsQuantity(order.total)) {
      return RejectReason.QUANTITY_TOO_LARGE;
    }
    if (!instrument.allowsPrice(order.limit)) {
      return RejectReason.PRICE_BEYOND_LIMIT;
    }
    if (order.goodTillCancelled) {
      if (!order.parked && !order.isBeyondBand() && !instrument.windowHolds(order.limit)) {
        return RejectReason.PRICE_OUTSIDE_WINDOW;
      }
      RejectReason slot = checks.freeSlot(order.slot);
      if (slot != NOT_REFUSED) {
        return slot;
      }
    }
    return reduceOnly ? refusalOfReduceOnly() : refusalOfOpening();
  }

  private RejectReason refusalOfReduceOnly() {
    int reducible = state.positions.reducible(order.positionSlot, order.side);
    return reducible <= 0 ? RejectReason.NOTHING_TO_REDUCE : NOT_REFUSED;
  }

  private RejectReason refusalOfOpening() {
    if (state.positions.wouldPassBound(order.positionSlot, order.total)) {
      return RejectReason.POSITION_BOUND;
    }
    if (postOnly && order.wouldTrade()) {
      return RejectReason.WOULD_CROSS;
    }
    return timeInForce == FOK ? matching.refusalOfFillOrKill(order) : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    if (reduceOnly) {
      order.clamp(state.positions.reducible(order.positionSlot, order.side));
    }
    events.accepted(order);
    entry.enter(order);
    events.topOfBookIfChanged(order.instrument);
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
