package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.MarginQueryDecoder;
import io.lockstep.schema.client.RejectReason;

/**
 * How accounts stand, as the host knows the card to have it. Drained, so that the answer is of what
 * was before the question, and of nothing else.
 */
final class MarginQueries extends RequestKind {
  private final MarginQueryDecoder query = new MarginQueryDecoder();
  private final LogState state;
  private final AccountMargin margin;
  private final Commands commands;
  private final MarginReports reports;

  MarginQueries(LogState state, AccountMargin margin, Commands commands, MarginReports reports) {
    this.state = state;
    this.margin = margin;
    this.commands = commands;
    this.reports = reports;
  }

  @Override
  int templateId() {
    return MarginQueryDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  boolean isDrained(LogMessage message) {
    return true;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    query.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = query.clientOrderId();
    request.account = (int) query.account();
    RejectReason reason = fault(message);
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      commands.barrier(request);
    }
    queue.push();
  }

  private RejectReason fault(LogMessage message) {
    if (!state.sessions().advance(message.session(), query.clientOrderId())) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (!state.accounts().owns(message.participant(), (int) query.account())) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    return state.groups().isMargined() ? RejectReason.NONE : RejectReason.NO_MARGIN_HERE;
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onRefused(Request request, int reason) {
    reports.refused(request, reason);
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    margin.compute(request.account);
    reports.margin(request, margin);
    return true;
  }
}
