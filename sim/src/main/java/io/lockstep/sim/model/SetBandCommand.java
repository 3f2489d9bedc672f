package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.NO_PRICE;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.TemplateId;

/** Set band: moves the band in which an instrument's trades may print. */
final class SetBandCommand extends Command {
  private final Checks checks;
  private final SetBandDecoder command = new SetBandDecoder();

  SetBandCommand(CardState state, EventWriter events, Checks checks) {
    super(state, events, SetBandDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
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
    Instrument instrument = state.instrument(command.instrument());
    if (!checks.isBand(command.low(), command.high(), instrument.windowBase())) {
      return RejectReason.BAND_OUTSIDE_WINDOW;
    }
    int bestBid = instrument.book.bids.bestPrice();
    int bestAsk = instrument.book.asks.bestPrice();
    if ((bestBid != NO_PRICE && bestBid > command.high())
        || (bestAsk != NO_PRICE && bestAsk < command.low())) {
      return RejectReason.ORDERS_OUTSIDE_BAND;
    }
    return NOT_REFUSED;
  }

  @Override
  void carryOut() {
    state.instrument(command.instrument()).moveBand(command.low(), command.high());
    events.done(TemplateId.SET_BAND, 0);
  }
}
