package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.BUY;
import static io.lockstep.sim.model.Sides.SELL;

import io.lockstep.schema.card.LoadOrderDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Load order: puts an order where it was, resting behind the orders at its price, or parked. */
final class LoadOrderCommand extends Command {
  private final Checks checks;
  private final LiveOrders orders;
  private final Holdings holdings;
  private final LoadOrderDecoder command = new LoadOrderDecoder();
  private final Order order = new Order();

  LoadOrderCommand(
      CardState state, EventWriter events, Checks checks, LiveOrders orders, Holdings holdings) {
    super(state, events, LoadOrderDecoder.TEMPLATE_ID, Flags.PARKED, When.LOADING);
    this.checks = checks;
    this.orders = orders;
    this.holdings = holdings;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    order.id = command.header().logSequence();
    order.account = (int) command.account();
    order.session = (int) command.session();
    order.group = (int) command.selfTradeGroup();
    order.positionSlot = (int) command.positionSlot();
    order.slot = (int) command.slot();
    order.side = command.sideRaw();
    order.limit = command.price();
    order.total = (int) command.total();
    order.left = (int) (command.total() - command.filled());
    order.parked = hasFlag(Flags.PARKED);
    order.feeTier = state.hasMargin() ? command.feeTier() : 0;
    order.reserve = state.hasMargin() ? command.reserve() : 0;
  }

  @Override
  boolean hasUnsupportedCode() {
    return (order.side != BUY && order.side != SELL) || checks.isNoTier(order.feeTier);
  }

  @Override
  RejectReason refusal() {
    RejectReason owner = checks.owner(command.instrument(), order.account, order.positionSlot);
    if (owner != NOT_REFUSED) {
      return owner;
    }
    Instrument instrument = state.instrument(command.instrument());
    order.instrument = instrument;
    if (command.filled() >= command.total()) {
      return RejectReason.QUANTITY_ZERO;
    }
    if (!instrument.allowsQuantity(order.total)) {
      return RejectReason.QUANTITY_TOO_LARGE;
    }
    if (!instrument.allowsPrice(order.limit)) {
      return RejectReason.PRICE_BEYOND_LIMIT;
    }
    if (!order.parked && !instrument.windowHolds(order.limit)) {
      return RejectReason.PRICE_OUTSIDE_WINDOW;
    }
    RejectReason slot = checks.freeSlot(order.slot);
    if (slot != NOT_REFUSED) {
      return slot;
    }
    if (checks.wouldPassLimit(order.positionSlot, order.left)) {
      return RejectReason.POSITION_BOUND;
    }
    if (!order.parked) {
      RejectReason rest = checks.restingWithoutMatch(instrument, order.side, order.limit);
      if (rest != NOT_REFUSED) {
        return rest;
      }
    }
    return state.hasMargin() ? refusalOfMargin(instrument) : NOT_REFUSED;
  }

  private RejectReason refusalOfMargin(Instrument instrument) {
    long largest = instrument.terms.largestReserve(instrument.maxPrice());
    if (order.reserve < 0 || order.reserve > largest) {
      return RejectReason.MARGIN_BOUND;
    }
    return instrument.terms.current().isValued() ? NOT_REFUSED : RejectReason.NOT_VALUED;
  }

  @Override
  void carryOut() {
    holdings.open(order);
    orders.enter(order);
    events.done(TemplateId.LOAD_ORDER, 0);
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
