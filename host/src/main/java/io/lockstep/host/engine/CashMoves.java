package io.lockstep.host.engine;

import io.lockstep.host.margin.MarginAccounts;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.card.AdjustDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.MoveCashDecoder;
import io.lockstep.schema.client.RejectReason;

/** Deposits and withdrawals. The card judges a withdrawal; the host records what came of it. */
final class CashMoves extends OperatorSettings {
  private final MoveCashDecoder move = new MoveCashDecoder();
  private final AdjustDecoder command = new AdjustDecoder();
  private final RiskGroups groups;
  private final Accounts accounts;
  private final MarginAccounts margin;
  private final Commands commands;
  private final MarginReports reports;

  CashMoves(LogState state, Commands commands, VenueReports venueReports, MarginReports reports) {
    super(state.sessions(), venueReports);
    groups = state.groups();
    accounts = state.accounts();
    margin = state.marginAccounts();
    this.commands = commands;
    this.reports = reports;
  }

  @Override
  int templateId() {
    return MoveCashDecoder.TEMPLATE_ID;
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
    return move.amount() == 0 ? RejectReason.AMOUNT_ZERO : RejectReason.NONE;
  }

  @Override
  void command(Request request) {
    request.account = (int) move.account();
    commands.margin(request).adjust(request.account, move.amount());
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onRefused(Request request, int reason) {
    boolean beyondFree = reason == RejectReason.MARGIN_INSUFFICIENT.value();
    super.onRefused(request, beyondFree ? RejectReason.WITHDRAWAL_BEYOND_FREE.value() : reason);
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    command.wrap(request.command, 0, AdjustDecoder.BLOCK_LENGTH, AdjustDecoder.SCHEMA_VERSION);
    long cash = margin.moveCash(request.account, command.amount());
    reports.cashMoved(request, command.amount(), cash);
    return super.onDone(request, done);
  }
}
