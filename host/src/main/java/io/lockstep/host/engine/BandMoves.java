package io.lockstep.host.engine;

import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetBandDecoder;

/**
 * Moves of the band. Orders that rest beyond the new one end; in a call they may stay until its
 * end.
 */
final class BandMoves extends InstrumentChange {
  private final SetBandDecoder setBand = new SetBandDecoder();
  private final OrderTable orders;
  private final Calls calls;

  BandMoves(
      LogState state, OrderTable orders, Calls calls, DrainedWork work, VenueReports reports) {
    super(state, work, reports);
    this.orders = orders;
    this.calls = calls;
  }

  @Override
  int templateId() {
    return SetBandDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    setBand.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    admit(message, queue, setBand.clientOrderId(), (int) setBand.instrument());
  }

  @Override
  RejectReason fault(Instrument instrument) {
    RejectReason fault = instrument.terms().priceFault(setBand.low(), setBand.high());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    long low = setBand.low() / instrument.tickSize();
    long high = setBand.high() / instrument.tickSize();
    return low <= high && instrument.windowHolds(low) && instrument.windowHolds(high)
        ? RejectReason.NONE
        : RejectReason.BAND_OUTSIDE_WINDOW;
  }

  @Override
  Instrument changed(Instrument instrument) {
    InstrumentTerms terms = instrument.terms();
    return instrument.withBand(terms.ticks(setBand.low()), terms.ticks(setBand.high()));
  }

  @Override
  void plan(Instrument from, DrainedPlan plan) {
    plan.moveBand();
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onChanged(Request request) {
    if (request.instrument.collects()) {
      calls.open(request.instrument, orders); // the band has moved under its book
    }
    super.onChanged(request);
  }
}
