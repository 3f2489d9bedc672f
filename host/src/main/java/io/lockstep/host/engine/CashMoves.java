package io.lockstep.host.engine;

import io.lockstep.schema.card.AdjustDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.MoveCashDecoder;
import io.lockstep.schema.client.RejectReason;

/** Deposits and withdrawals. The card judges a withdrawal; the host records what came of it. */
final class CashMoves extends OperatorSettings<MoveCashDecoder> {
  private final AdjustDecoder command = new AdjustDecoder();
  private final MarginReports reports;

  CashMoves(LogState state, Commands commands, VenueReports venueReports, MarginReports reports) {
    super(new MoveCashDecoder(), state, commands, venueReports);
    this.reports = reports;
  }

  @Override
  RejectReason fault(LogMessage message) {
    return faultOf(asked.account(), asked.amount());
  }

  @Override
  void command(Request request) {
    request.account = (int) asked.account();
    commands.margin(request).adjust(request.account, asked.amount());
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
    long cash = state.marginAccounts().moveCash(request.account, command.amount());
    reports.cashMoved(request, command.amount(), cash);
    return super.onDone(request, done);
  }
}
