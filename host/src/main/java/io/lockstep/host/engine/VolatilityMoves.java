package io.lockstep.host.engine;

import io.lockstep.host.margin.RiskGroups;
import io.lockstep.host.margin.RiskParameters;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetVolatilityDecoder;

/** Volatilities of options. They hold from the next time that their group is staged. */
final class VolatilityMoves extends OperatorSettings {
  /** Ten a year. */
  private static final long MILLIONTHS_MAX = 10_000_000;

  private final SetVolatilityDecoder move = new SetVolatilityDecoder();
  private final RiskGroups groups;
  private final RiskParameters parameters;
  private final Instruments instruments;
  private final Commands commands;

  VolatilityMoves(
      LogState state, RiskParameters parameters, Commands commands, VenueReports reports) {
    super(state.sessions(), reports);
    groups = state.groups();
    instruments = state.instruments();
    this.parameters = parameters;
    this.commands = commands;
  }

  @Override
  int templateId() {
    return SetVolatilityDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    move.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    admit(message, queue, move.clientOrderId());
  }

  @Override
  RejectReason fault(LogMessage message) {
    int instrument = (int) move.instrument();
    if (instruments.get(instrument) == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    if (!groups.isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    long volatility = move.volatility();
    if (!groups.contract(instrument).isOption() || volatility == 0 || volatility > MILLIONTHS_MAX) {
      return RejectReason.VOLATILITY_INVALID;
    }
    int before = groups.volatility(instrument);
    groups.tryVolatility(instrument, (int) volatility);
    boolean fits = parameters.compute(instrument, message.timeNs());
    groups.tryVolatility(instrument, before);
    return fits ? RejectReason.NONE : RejectReason.MARGIN_BOUND;
  }

  @Override
  void command(Request request) {
    groups.volatility((int) move.instrument(), (int) move.volatility());
    commands.barrier(request);
  }
}
