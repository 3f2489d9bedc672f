package io.lockstep.host.engine;

import io.lockstep.host.margin.RiskParameters;
import org.agrona.sbe.MessageDecoderFlyweight;

/**
 * Operators' requests that move what arrays follow from. They hold from the next time that their
 * group is staged; the card has nothing to do for them now.
 *
 * @param <D> decodes the request.
 */
abstract class RiskSettings<D extends MessageDecoderFlyweight> extends OperatorSettings<D> {
  final RiskParameters parameters;

  RiskSettings(
      D asked, LogState state, RiskParameters parameters, Commands commands, VenueReports reports) {
    super(asked, state, commands, reports);
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
