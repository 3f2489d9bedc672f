package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.RejectReason;

/** Cancel: ends a live order, resting or parked. Its id guards a slot that was used again. */
final class CancelCommand extends NamedOrderCommand {
  CancelCommand(CardState state, EventWriter events, Checks checks, LiveOrders orders) {
    super(
        state,
        events,
        checks,
        orders,
        CancelDecoder.TEMPLATE_ID,
        CancelDecoder.orderIdEncodingOffset(),
        CancelDecoder.accountEncodingOffset(),
        CancelDecoder.slotEncodingOffset());
  }

  @Override
  RejectReason refusalOfOrder() {
    return NOT_REFUSED;
  }

  @Override
  void carryOut() {
    Instrument instrument = state.instrumentOf(slot);
    orders.cancel(slot, CancelReason.REQUESTED);
    events.topOfBookIfChanged(instrument);
  }
}
