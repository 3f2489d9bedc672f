package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.RejectReason;

/** Cancel: ends a live order, resting or parked. Its id guards a slot that was used again. */
final class CancelCommand extends Command {
  private final Checks checks;
  private final LiveOrders orders;
  private long orderId;
  private int account;
  private int slot;

  CancelCommand(CardState state, EventWriter events, Checks checks, LiveOrders orders) {
    super(state, events, CancelDecoder.TEMPLATE_ID, Flags.NONE, When.LOADED);
    this.checks = checks;
    this.orders = orders;
  }

  @Override
  void decode(Messages window, int at) {
    orderId = window.getLong(at + CancelDecoder.orderIdEncodingOffset());
    account = window.getInt(at + CancelDecoder.accountEncodingOffset());
    slot = window.getInt(at + CancelDecoder.slotEncodingOffset());
  }

  @Override
  RejectReason refusal() {
    return checks.names(slot, orderId, account) ? NOT_REFUSED : RejectReason.UNKNOWN_ORDER;
  }

  @Override
  void carryOut() {
    Instrument instrument = state.instrumentOf(slot);
    orders.cancel(slot, CancelReason.REQUESTED);
    events.topOfBookIfChanged(instrument);
  }

  @Override
  long orderId() {
    return orderId;
  }

  @Override
  int account() {
    return account;
  }
}
