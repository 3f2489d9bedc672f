package io.lockstep.host.engine;

import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetWindowDecoder;

/** Moves of the window. Orders that it leaves behind are parked; no queue place is lost. */
final class WindowMoves extends InstrumentChange {
  private final SetWindowDecoder setWindow = new SetWindowDecoder();

  WindowMoves(LogState state, DrainedWork work, VenueReports reports) {
    super(state, work, reports);
  }

  @Override
  int templateId() {
    return SetWindowDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    setWindow.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    admit(message, queue, setWindow.clientOrderId(), (int) setWindow.instrument());
  }

  @Override
  RejectReason fault(Instrument instrument) {
    RejectReason fault =
        instrument.terms().priceFault(setWindow.windowBase(), setWindow.windowBase());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    long base = setWindow.windowBase() / instrument.tickSize();
    int highestBase = Integer.MAX_VALUE - instrument.levels() + 1;
    if (base <= Integer.MIN_VALUE || base > highestBase) {
      return RejectReason.WINDOW_INVALID;
    }
    return base <= instrument.bandLow() && instrument.bandHigh() < base + instrument.levels()
        ? RejectReason.NONE
        : RejectReason.BAND_OUTSIDE_WINDOW;
  }

  @Override
  Instrument changed(Instrument instrument) {
    return instrument.withWindow(instrument.terms().ticks(setWindow.windowBase()));
  }

  @Override
  void plan(Instrument from, DrainedPlan plan) {
    if (from.collects()) {
      plan.moveEmptyWindow();
    } else {
      plan.moveWindow();
    }
  }
}
