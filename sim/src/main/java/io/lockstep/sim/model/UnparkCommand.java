package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.schema.card.UnparkDecoder;

/** Unpark: puts a parked order into the book, behind the orders at its price. It never matches. */
final class UnparkCommand extends NamedOrderCommand {
  private final Checks checks;

  UnparkCommand(CardState state, EventWriter events, Checks checks, LiveOrders orders) {
    super(
        state,
        events,
        checks,
        orders,
        UnparkDecoder.TEMPLATE_ID,
        UnparkDecoder.orderIdEncodingOffset(),
        UnparkDecoder.accountEncodingOffset(),
        UnparkDecoder.slotEncodingOffset());
    this.checks = checks;
  }

  @Override
  RejectReason refusalOfOrder() {
    if (!state.pool.isParked(slot)) {
      return RejectReason.NOT_PARKED;
    }
    Instrument instrument = state.instrumentOf(slot);
    int price = state.pool.price(slot);
    if (!instrument.windowHolds(price)) {
      return RejectReason.PRICE_OUTSIDE_WINDOW;
    }
    return checks.restingWithoutMatch(instrument, state.pool.side(slot), price);
  }

  @Override
  void carryOut() {
    orders.unpark(slot);
    events.done(TemplateId.UNPARK, 0);
    events.topOfBookIfChanged(state.instrumentOf(slot));
  }
}
