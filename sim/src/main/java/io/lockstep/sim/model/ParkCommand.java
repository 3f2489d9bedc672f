package io.lockstep.sim.model;

import io.lockstep.schema.card.ParkDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Park: takes a resting order out of the book. It keeps its slot, and its position's B or A. */
final class ParkCommand extends Command {
  private final Checks checks;
  private final LiveOrders orders;
  private final ParkDecoder command = new ParkDecoder();
  private long orderId;
  private int account;
  private int slot;

  ParkCommand(CardState state, EventWriter events, Checks checks, LiveOrders orders) {
    super(state, events, ParkDecoder.TEMPLATE_ID, Flags.NONE, When.LOADED);
    this.checks = checks;
    this.orders = orders;
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(window.buffer(), at, ParkDecoder.BLOCK_LENGTH, ParkDecoder.SCHEMA_VERSION);
    orderId = command.orderId();
    account = (int) command.account();
    slot = (int) command.slot();
  }

  @Override
  RejectReason refusal() {
    if (!checks.names(slot, orderId, account)) {
      return RejectReason.UNKNOWN_ORDER;
    }
    return state.pool.isParked(slot) ? RejectReason.NOT_RESTING : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    orders.park(slot);
    events.done(TemplateId.PARK, 0);
    events.topOfBookIfChanged(state.instrumentOf(slot));
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
