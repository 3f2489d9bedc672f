package io.lockstep.host.engine;

import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.client.CancelOrderDecoder;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.RejectReason;

/** Cancels of one order. */
final class Cancels extends RequestKind {
  private static final long NO_ID = CancelOrderDecoder.orderIdNullValue();

  private final CancelOrderDecoder cancel = new CancelOrderDecoder();
  private final LogState state;
  private final NamedOrders named;
  private final Commands commands;
  private final OrderReports reports;
  private final OrderEnds ends;

  Cancels(
      LogState state, NamedOrders named, Commands commands, OrderReports reports, OrderEnds ends) {
    this.state = state;
    this.named = named;
    this.commands = commands;
    this.reports = reports;
    this.ends = ends;
  }

  @Override
  int templateId() {
    return CancelOrderDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    cancel.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = cancel.clientOrderId();
    request.namedOrderId = cancel.orderId();
    request.account = (int) cancel.account();
    RejectReason reason = fault(message);
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      commands.cancel(request, named.find(request, cancel.originalClientOrderId()));
    }
    queue.push();
  }

  private RejectReason fault(LogMessage message) {
    if (!state.sessions().advance(message.session(), cancel.clientOrderId())) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (!state.accounts().owns(message.participant(), (int) cancel.account())) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    boolean one = cancel.orderId() == NO_ID ^ cancel.originalClientOrderId() == NO_ID;
    return one ? RejectReason.NONE : RejectReason.ORDER_NOT_NAMED;
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onRefused(Request request, int reason) {
    reports.refused(request, OrderStatus.CANCEL_REJECTED, reason);
  }

  @Override
  void onCancelled(Request request, CancelledDecoder cancelled) {
    ends.byRequest(request, cancelled);
  }
}
