package io.lockstep.sim.model;

import io.lockstep.schema.card.ParkDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Park: takes a resting order out of the book. It keeps its slot, and its position's B or A. */
final class ParkCommand extends NamedOrderCommand {
  ParkCommand(CardState state, EventWriter events, Checks checks, LiveOrders orders) {
    super(
        state,
        events,
        checks,
        orders,
        ParkDecoder.TEMPLATE_ID,
        ParkDecoder.orderIdEncodingOffset(),
        ParkDecoder.accountEncodingOffset(),
        ParkDecoder.slotEncodingOffset());
  }

  @Override
  RejectReason refusalOfOrder() {
    return state.pool.isParked(slot) ? RejectReason.NOT_RESTING : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    orders.park(slot);
    events.done(TemplateId.PARK, 0);
    events.topOfBookIfChanged(state.instrumentOf(slot));
  }
}
