package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.schema.card.TemplateId;

/** Set window: moves the prices that have levels. No order changes its place in a queue. */
final class SetWindowCommand extends Command {
  private final Checks checks;
  private final SetWindowDecoder command = new SetWindowDecoder();

  SetWindowCommand(CardState state, EventWriter events, Checks checks) {
    super(state, events, SetWindowDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.checks = checks;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
  }

  @Override
  RejectReason refusal() {
    if (!state.knowsInstrument(command.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    int base = command.windowBase();
    if (!checks.isWindow(base)) {
      return RejectReason.WINDOW_INVALID;
    }
    Instrument instrument = state.instrument(command.instrument());
    if (!checks.isBand(instrument.bandLow(), instrument.bandHigh(), base)) {
      return RejectReason.BAND_OUTSIDE_WINDOW;
    }
    if (restsOutside(instrument.book.bids, base) || restsOutside(instrument.book.asks, base)) {
      return RejectReason.ORDERS_OUTSIDE_WINDOW;
    }
    return NOT_REFUSED;
  }

  private boolean restsOutside(BookSide side, int base) {
    long end = (long) base + state.capacities.levels();
    return !side.isEmpty() && (side.lowestPrice() < base || side.highestPrice() >= end);
  }

  @Override
  void carryOut() {
    state.instrument(command.instrument()).moveWindow(command.windowBase());
    events.done(TemplateId.SET_WINDOW, 0);
  }
}
