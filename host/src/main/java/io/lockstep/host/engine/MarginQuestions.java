package io.lockstep.host.engine;

import io.lockstep.schema.client.RejectReason;

/** What owners ask about an account's margin, and the host answers. Drained. */
abstract class MarginQuestions extends RequestKind {
  final LogState state;
  final MarginReports reports;
  private final Commands commands;

  MarginQuestions(LogState state, Commands commands, MarginReports reports) {
    this.state = state;
    this.commands = commands;
    this.reports = reports;
  }

  @Override
  final boolean isDrained(LogMessage message) {
    return true;
  }

  /** Whose account it is is right; the first other thing that is wrong with the question. */
  abstract RejectReason fault(int account);

  /** The message is wrapped. */
  final void admit(LogMessage message, RequestQueue queue, long clientOrderId, int account) {
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = clientOrderId;
    request.account = account;
    RejectReason reason = fault(message, clientOrderId, account);
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      commands.barrier(request);
    }
    queue.push();
  }

  private RejectReason fault(LogMessage message, long clientOrderId, int account) {
    if (!state.sessions().advance(message.session(), clientOrderId)) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    return state.accounts().owns(message.participant(), account)
        ? fault(account)
        : RejectReason.ACCOUNT_NOT_YOURS;
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onRefused(Request request, int reason) {
    reports.refused(request, reason);
  }
}
