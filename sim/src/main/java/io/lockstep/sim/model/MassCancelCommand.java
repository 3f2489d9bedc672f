package io.lockstep.sim.model;

import static io.lockstep.sim.model.OrderPool.NONE;
import static io.lockstep.sim.model.Sides.NO_PRICE;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.MassCancelDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Mass cancel: ends all live orders that fit every given field of account, session, instrument. */
final class MassCancelCommand extends Command {
  private final OrderPool pool;
  private final LiveOrders orders;
  private final MassCancelDecoder command = new MassCancelDecoder();
  private long account;
  private long session;
  private int instrument;
  private int cancelled;

  MassCancelCommand(CardState state, EventWriter events, LiveOrders orders) {
    super(state, events, MassCancelDecoder.TEMPLATE_ID, Flags.NONE, When.LOADED);
    this.pool = state.pool;
    this.orders = orders;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    account = command.account();
    session = command.session();
    instrument = command.instrument();
  }

  @Override
  RejectReason refusal() {
    if (!isAnyInstrument() && !state.knowsInstrument(instrument)) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    if (!isAnyAccount() && !state.accounts.knows((int) account)) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    return NOT_REFUSED;
  }

  private boolean isAnyInstrument() {
    return instrument == MassCancelDecoder.instrumentNullValue();
  }

  private boolean isAnyAccount() {
    return account == MassCancelDecoder.accountNullValue();
  }

  private boolean isAnySession() {
    return session == MassCancelDecoder.sessionNullValue();
  }

  @Override
  void carryOut() {
    cancelled = 0;
    for (int number = 0; number < state.capacities.instruments(); number++) {
      if (state.knowsInstrument(number) && (isAnyInstrument() || number == instrument)) {
        cancelResting(state.instrument(number));
      }
    }
    cancelParked();
    events.done(TemplateId.MASS_CANCEL, cancelled);
  }

  private void cancelResting(Instrument of) {
    cancelResting(of.book.bids);
    cancelResting(of.book.asks);
    events.topOfBookIfChanged(of);
  }

  private void cancelResting(BookSide side) {
    for (int price = side.bestPrice(); price != NO_PRICE; price = side.nextWorsePrice(price)) {
      int slot = side.first(price);
      while (slot != NONE) {
        int next = pool.next(slot);
        cancelIfItFits(slot);
        slot = next;
      }
    }
  }

  private void cancelParked() {
    int slot = pool.parked.next(0);
    for (; slot != IndexSet.NONE; slot = pool.parked.next(slot + 1)) {
      cancelIfItFits(slot);
    }
  }

  private void cancelIfItFits(int slot) {
    boolean fits =
        (isAnyAccount() || pool.account(slot) == (int) account)
            && (isAnySession() || pool.session(slot) == (int) session)
            && (isAnyInstrument() || pool.instrument(slot) == instrument);
    if (fits) {
      orders.cancel(slot, CancelReason.MASS_CANCEL);
      cancelled++;
    }
  }
}
