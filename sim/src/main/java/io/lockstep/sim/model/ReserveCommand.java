package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.ReserveDecoder;

/** Reserve: computes what an order reserves anew, at the mark as it is. */
final class ReserveCommand extends NamedOrderCommand {
  private final StatusReports statuses;

  ReserveCommand(
      CardState state,
      EventWriter events,
      Checks checks,
      LiveOrders orders,
      StatusReports statuses) {
    super(
        state,
        events,
        checks,
        orders,
        ReserveDecoder.TEMPLATE_ID,
        ReserveDecoder.orderIdEncodingOffset(),
        ReserveDecoder.accountEncodingOffset(),
        ReserveDecoder.slotEncodingOffset());
    this.statuses = statuses;
  }

  @Override
  RejectReason refusalOfOrder() {
    return NOT_REFUSED;
  }

  @Override
  void carryOut() {
    OrderPool pool = state.pool;
    int sign = Sides.sign(pool.side(slot));
    long reserve =
        state.instrumentOf(slot).terms.reserve(sign, pool.price(slot), pool.feeTier(slot));
    orders.setReserve(slot, reserve);
    events.reserved(pool, slot);
    statuses.compare(account());
  }
}
