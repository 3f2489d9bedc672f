package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.ReserveDecoder;
import io.lockstep.sim.model.margin.InstrumentTerms;

/** Reserve: computes what an order reserves anew, at the mark as it is. */
final class ReserveCommand extends Command {
  private final Checks checks;
  private final LiveOrders orders;
  private final StatusReports statuses;
  private final ReserveDecoder command = new ReserveDecoder();
  private int slot;

  ReserveCommand(
      CardState state,
      EventWriter events,
      Checks checks,
      LiveOrders orders,
      StatusReports statuses) {
    super(state, events, ReserveDecoder.TEMPLATE_ID, Flags.NONE, When.LOADED);
    this.checks = checks;
    this.orders = orders;
    this.statuses = statuses;
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(window.buffer(), at, ReserveDecoder.BLOCK_LENGTH, ReserveDecoder.SCHEMA_VERSION);
    slot = (int) command.slot();
  }

  @Override
  RejectReason refusal() {
    boolean named = checks.names(slot, command.orderId(), (int) command.account());
    return named ? NOT_REFUSED : RejectReason.UNKNOWN_ORDER;
  }

  @Override
  void carryOut() {
    OrderPool pool = state.pool;
    InstrumentTerms terms = state.instrumentOf(slot).terms;
    int sign = Sides.sign(pool.side(slot));
    orders.setReserve(slot, terms.reserve(sign, pool.price(slot), pool.feeTier(slot)));
    events.reserved(pool, slot);
    statuses.compare(pool.account(slot));
  }
}
