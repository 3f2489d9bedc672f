package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.schema.card.UnparkDecoder;

/** Unpark: puts a parked order into the book, behind the orders at its price. It never matches. */
final class UnparkCommand extends Command {
  private final Checks checks;
  private final LiveOrders orders;
  private final UnparkDecoder command = new UnparkDecoder();
  private long orderId;
  private int account;
  private int slot;

  UnparkCommand(CardState state, EventWriter events, Checks checks, LiveOrders orders) {
    super(state, events, UnparkDecoder.TEMPLATE_ID, Flags.NONE, When.LOADED);
    this.checks = checks;
    this.orders = orders;
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(window.buffer(), at, UnparkDecoder.BLOCK_LENGTH, UnparkDecoder.SCHEMA_VERSION);
    orderId = command.orderId();
    account = (int) command.account();
    slot = (int) command.slot();
  }

  @Override
  RejectReason refusal() {
    if (!checks.names(slot, orderId, account)) {
      return RejectReason.UNKNOWN_ORDER;
    }
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

  @Override
  long orderId() {
    return orderId;
  }

  @Override
  int account() {
    return account;
  }
}
