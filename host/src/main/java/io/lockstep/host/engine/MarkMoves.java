package io.lockstep.host.engine;

import io.lockstep.host.margin.RiskGroups;
import io.lockstep.host.margin.RiskParameters;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetMarkDecoder;

/** Marks. One with which an array of it or of an option of it would not fit the card is refused. */
final class MarkMoves extends RiskSettings<SetMarkDecoder> {
  private final RiskGroups groups;
  private int ticks;

  MarkMoves(LogState state, RiskParameters parameters, Commands commands, VenueReports reports) {
    super(new SetMarkDecoder(), state, parameters, commands, reports);
    groups = state.groups();
  }

  @Override
  RejectReason fault(LogMessage message) {
    Instrument instrument = state.instruments().get((int) asked.instrument());
    if (instrument == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    RejectReason fault = instrument.terms().limitFault(asked.mark());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    if (!groups.isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    if (groups.contract(instrument.id()).isOption()) {
      return RejectReason.MARK_OF_OPTION;
    }
    ticks = instrument.terms().ticks(asked.mark());
    return fits(instrument.id(), message.timeNs()) ? RejectReason.NONE : RejectReason.MARGIN_BOUND;
  }

  private boolean fits(int instrument, long nowNs) {
    int before = groups.markTicks(instrument);
    groups.tryMark(instrument, ticks);
    boolean fits = parameters.compute(instrument, nowNs);
    for (int at = 0; at < groups.instruments() && fits; at++) {
      boolean follows =
          groups.contract(at) != null
              && groups.contract(at).isOption()
              && groups.contract(at).underlying() == instrument;
      fits = !follows || parameters.compute(at, nowNs);
    }
    groups.tryMark(instrument, before);
    return fits;
  }

  @Override
  void keep() {
    groups.mark((int) asked.instrument(), ticks);
  }
}
