package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.NO_PRICE;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.TemplateId;
import org.agrona.DirectBuffer;

/** Set band: moves the band in which an instrument's trades may print. */
final class SetBandCommand {
  private final CardState state;
  private final EventWriter events;
  private final SetBandDecoder set = new SetBandDecoder();

  SetBandCommand(CardState state, EventWriter events) {
    this.state = state;
    this.events = events;
  }

  /** Executes the command at {@code offset}; returns why it was refused, NULL_VAL if it was not. */
  RejectReason execute(DirectBuffer command, int offset) {
    set.wrap(command, offset, SetBandDecoder.BLOCK_LENGTH, SetBandDecoder.SCHEMA_VERSION);
    RejectReason reason = refusal(set.low(), set.high());
    if (reason == RejectReason.NULL_VAL) {
      state.instrument(set.instrument()).moveBand(set.low(), set.high());
      events.done(TemplateId.SET_BAND, 0);
    } else {
      events.rejected(SetBandDecoder.TEMPLATE_ID, 0, 0, reason);
    }
    return reason;
  }

  private RejectReason refusal(int low, int high) {
    if (set.header().flags().getRaw() != 0) {
      return RejectReason.UNSUPPORTED_FIELD;
    }
    if (!state.knowsInstrument(set.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    Instrument instrument = state.instrument(set.instrument());
    if (Bands.isOutsideWindow(low, high, instrument.windowBase(), state.capacities.levels())) {
      return RejectReason.BAND_OUTSIDE_WINDOW;
    }
    int bestBid = instrument.book.bids.bestPrice();
    int bestAsk = instrument.book.asks.bestPrice();
    if ((bestBid != NO_PRICE && bestBid > high) || (bestAsk != NO_PRICE && bestAsk < low)) {
      return RejectReason.ORDERS_OUTSIDE_BAND;
    }
    return RejectReason.NULL_VAL;
  }
}
