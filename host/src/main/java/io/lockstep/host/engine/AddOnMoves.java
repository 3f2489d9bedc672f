package io.lockstep.host.engine;

import io.lockstep.host.margin.Portfolios;
import io.lockstep.schema.card.AdjustAddOnDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.MoveAddOnDecoder;
import io.lockstep.schema.client.RejectReason;

/**
 * What accounts must have beside the scenarios: add-ons of their portfolios. Drained, so that the
 * host's own part of an add-on is known, which nobody else moves.
 */
final class AddOnMoves extends OperatorSettings<MoveAddOnDecoder> {
  private final AdjustAddOnDecoder command = new AdjustAddOnDecoder();
  private final Portfolios portfolios;

  AddOnMoves(LogState state, Commands commands, VenueReports reports) {
    super(new MoveAddOnDecoder(), state, commands, reports);
    portfolios = state.portfolios();
  }

  @Override
  boolean isDrained(LogMessage message) {
    return true;
  }

  @Override
  RejectReason fault(LogMessage message) {
    RejectReason fault = faultOf(asked.account(), asked.amount());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    int portfolio = portfolios.slotOf((int) asked.account(), asked.group());
    if (portfolio == Portfolios.MISSING) {
      return RejectReason.UNKNOWN_PORTFOLIO;
    }
    long own = portfolios.addOn(portfolio) - portfolios.contingency(portfolio);
    boolean tooFew = asked.amount() < 0 && own + asked.amount() < 0;
    return tooFew ? RejectReason.ADD_ON_BOUND : RejectReason.NONE;
  }

  @Override
  void command(Request request) {
    request.account = (int) asked.account();
    int portfolio = portfolios.slotOf(request.account, asked.group());
    commands.margin(request).adjustAddOn(request.account, portfolio, asked.amount());
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    command.wrap(
        request.command, 0, AdjustAddOnDecoder.BLOCK_LENGTH, AdjustAddOnDecoder.SCHEMA_VERSION);
    portfolios.moveAddOn((int) command.portfolio(), command.amount());
    return super.onDone(request, done);
  }
}
