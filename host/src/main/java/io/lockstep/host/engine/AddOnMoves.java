package io.lockstep.host.engine;

import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.card.AdjustAddOnDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.MoveAddOnDecoder;
import io.lockstep.schema.client.RejectReason;

/** What accounts must have beside the scenarios: add-ons of their portfolios. */
final class AddOnMoves extends OperatorSettings {
  private final MoveAddOnDecoder move = new MoveAddOnDecoder();
  private final AdjustAddOnDecoder command = new AdjustAddOnDecoder();
  private final RiskGroups groups;
  private final Accounts accounts;
  private final Portfolios portfolios;
  private final Commands commands;

  AddOnMoves(LogState state, Commands commands, VenueReports reports) {
    super(state.sessions(), reports);
    groups = state.groups();
    accounts = state.accounts();
    portfolios = state.portfolios();
    this.commands = commands;
  }

  @Override
  int templateId() {
    return MoveAddOnDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    move.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    admit(message, queue, move.clientOrderId());
  }

  @Override
  RejectReason fault(LogMessage message) {
    if (!accounts.isDefined((int) move.account())) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    if (!groups.isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    if (move.amount() == 0) {
      return RejectReason.AMOUNT_ZERO;
    }
    boolean missing = portfolios.slotOf((int) move.account(), move.group()) == Portfolios.MISSING;
    return missing ? RejectReason.UNKNOWN_PORTFOLIO : RejectReason.NONE;
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
