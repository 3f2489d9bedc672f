package io.lockstep.host.engine;

import io.lockstep.host.margin.RiskParameters;
import io.lockstep.host.surface.ReportResult;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReportVolatilitiesDecoder;

/**
 * Smiles of a risk group's surface. The first of an expiry holds at once; where the next ones are,
 * the surface moves by bounded steps at ticks.
 */
final class SmileReports extends RiskSettings<ReportVolatilitiesDecoder> {

  SmileReports(LogState state, RiskParameters parameters, Commands commands, VenueReports reports) {
    super(new ReportVolatilitiesDecoder(), state, parameters, commands, reports);
  }

  @Override
  RejectReason fault(LogMessage message) {
    if (!state.groups().isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    if (!state.surfaces().hasSurface(asked.group())
        || !state.groups().hasOption(asked.group(), asked.expiryNs())) {
      return RejectReason.NO_SURFACE;
    }
    ReportResult result = state.surfaces().report(asked, message.timeNs());
    Invariant.check(result != ReportResult.OLDER, "the log's time never goes back");
    return result == ReportResult.TAKEN ? RejectReason.NONE : RejectReason.VOLATILITY_INVALID;
  }

  /** The surface has it. */
  @Override
  void keep() {}
}
