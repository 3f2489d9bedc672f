package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.RejectReason;
import org.agrona.DirectBuffer;

/** Cancel: takes a resting order out of its book. Its id guards a slot that was used again. */
final class CancelCommand {
  private final CardState state;
  private final OrderPool pool;
  private final EventWriter events;
  private final CancelDecoder cancel = new CancelDecoder();

  CancelCommand(CardState state, EventWriter events) {
    this.state = state;
    this.pool = state.pool;
    this.events = events;
  }

  /** Executes the command at {@code offset}; returns why it was refused, NULL_VAL if it was not. */
  RejectReason execute(DirectBuffer command, int offset) {
    cancel.wrap(command, offset, CancelDecoder.BLOCK_LENGTH, CancelDecoder.SCHEMA_VERSION);
    long orderId = cancel.orderId();
    int account = (int) cancel.account();
    int slot = (int) cancel.slot();

    RejectReason reason = refusal(slot, orderId, account);
    if (reason == RejectReason.NULL_VAL) {
      Instrument instrument = state.instrument(pool.instrument(slot));
      events.cancelled(
          orderId, account, instrument.number, pool.open(slot), CancelReason.REQUESTED);
      instrument.book.remove(pool, slot);
      events.topOfBookIfChanged(instrument);
    } else {
      events.rejected(CancelDecoder.TEMPLATE_ID, orderId, account, reason);
    }
    return reason;
  }

  private RejectReason refusal(int slot, long orderId, int account) {
    if (cancel.header().flags().getRaw() != 0) {
      return RejectReason.UNSUPPORTED_FIELD;
    }
    boolean named =
        !pool.isOutOfRange(slot)
            && pool.isLive(slot)
            && pool.id(slot) == orderId
            && pool.account(slot) == account;
    return named ? RejectReason.NULL_VAL : RejectReason.UNKNOWN_ORDER;
  }
}
