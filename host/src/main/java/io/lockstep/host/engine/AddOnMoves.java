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
final class AddOnMoves extends OperatorSettings {
  private final MoveAddOnDecoder move = new MoveAddOnDecoder();
  private final AdjustAddOnDecoder command = new AdjustAddOnDecoder();
  private final Portfolios portfolios;

  AddOnMoves(LogState state, Commands commands, VenueReports reports) {
    super(state, commands, reports);
    portfolios = state.portfolios();
  }

  @Override
  int templateId() {
    return MoveAddOnDecoder.TEMPLATE_ID;
  }

  @Override
  boolean isDrained(LogMessage message) {
    return true;
  }

  @Override
  long wrap(LogMessage message) {
    move.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    return move.clientOrderId();
  }

  @Override
  RejectReason fault(LogMessage message) {
    RejectReason fault = faultOf(move.account(), move.amount());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    int portfolio = portfolios.slotOf((int) move.account(), move.group());
    if (portfolio == Portfolios.MISSING) {
      return RejectReason.UNKNOWN_PORTFOLIO;
    }
    long own = portfolios.addOn(portfolio) - portfolios.contingency(portfolio);
    boolean tooFew = move.amount() < 0 && own + move.amount() < 0;
    return tooFew ? RejectReason.ADD_ON_BOUND : RejectReason.NONE;
  }

  @Override
  void command(Request request) {
    request.account = (int) move.account();
    int portfolio = portfolios.slotOf(request.account, move.group());
    commands.margin(request).adjustAddOn(request.account, portfolio, move.amount());
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
