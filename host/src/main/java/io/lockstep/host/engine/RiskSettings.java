package io.lockstep.host.engine;

import io.lockstep.host.margin.RiskParameters;

/**
 * Operators' requests that move what arrays follow from. They hold from the next time that their
 * group is staged; the card has nothing to do for them now.
 */
abstract class RiskSettings extends OperatorSettings {
  final RiskParameters parameters;

  RiskSettings(LogState state, RiskParameters parameters, Commands commands, VenueReports reports) {
    super(state, commands, reports);
    this.parameters = parameters;
  }

  /** Keeps what the request at hand says. */
  abstract void keep();

  @Override
  final void command(Request request) {
    keep();
    commands.barrier(request);
  }
}
