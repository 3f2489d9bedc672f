package io.lockstep.host.engine;

import io.lockstep.host.margin.RiskGroups;
import io.lockstep.host.margin.RiskParameters;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetVolatilityDecoder;

/** Volatilities of options whose risk group has no surface. */
final class VolatilityMoves extends RiskSettings<SetVolatilityDecoder> {
  /** Ten a year. */
  private static final long MILLIONTHS_MAX = 10_000_000;

  private final RiskGroups groups;

  VolatilityMoves(
      LogState state, RiskParameters parameters, Commands commands, VenueReports reports) {
    super(new SetVolatilityDecoder(), state, parameters, commands, reports);
    groups = state.groups();
  }

  @Override
  RejectReason fault(LogMessage message) {
    int instrument = (int) asked.instrument();
    if (state.instruments().get(instrument) == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    if (!groups.isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    long volatility = asked.volatility();
    if (!groups.contract(instrument).isOption() || volatility == 0 || volatility > MILLIONTHS_MAX) {
      return RejectReason.VOLATILITY_INVALID;
    }
    if (state.surfaces().hasSurface(groups.contract(instrument).group())) {
      return RejectReason.VOLATILITY_OF_SURFACE;
    }
    int before = groups.volatility(instrument);
    groups.tryVolatility(instrument, (int) volatility);
    boolean fits = parameters.compute(instrument, message.timeNs());
    groups.tryVolatility(instrument, before);
    return fits ? RejectReason.NONE : RejectReason.MARGIN_BOUND;
  }

  @Override
  void keep() {
    groups.volatility((int) asked.instrument(), (int) asked.volatility());
  }
}
