package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;

/** A command that names one live order, by its id, slot and account, and says nothing else. */
abstract class NamedOrderCommand extends Command {
  final LiveOrders orders;

  /** The named order's slot. */
  int slot;

  private final Checks checks;
  private final int orderIdOffset;
  private final int accountOffset;
  private final int slotOffset;
  private long orderId;
  private int account;

  /** The offsets are those of the command's fields. */
  NamedOrderCommand(
      CardState state,
      EventWriter events,
      Checks checks,
      LiveOrders orders,
      int template,
      int orderIdOffset,
      int accountOffset,
      int slotOffset) {
    super(state, events, template, Flags.NONE, When.LOADED);
    this.checks = checks;
    this.orders = orders;
    this.orderIdOffset = orderIdOffset;
    this.accountOffset = accountOffset;
    this.slotOffset = slotOffset;
  }

  @Override
  final void decode(Messages window, int at) {
    orderId = window.getLong(at + orderIdOffset);
    account = window.getInt(at + accountOffset);
    slot = window.getInt(at + slotOffset);
  }

  @Override
  final RejectReason refusal() {
    return checks.names(slot, orderId, account) ? refusalOfOrder() : RejectReason.UNKNOWN_ORDER;
  }

  /** Why the command is refused, though it names a live order. */
  abstract RejectReason refusalOfOrder();

  @Override
  final long orderId() {
    return orderId;
  }

  @Override
  final int account() {
    return account;
  }
}
