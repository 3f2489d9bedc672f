package io.lockstep.host.engine;

import io.lockstep.host.slots.SlotList;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.MassCancelDecoder;
import io.lockstep.schema.client.RejectReason;

/**
 * Mass cancels. The card walks books and slots; the reports come in the order of order ids, after
 * the best prices that changed, so that nobody sees what slot an order had.
 */
final class MassCancels extends RequestKind {
  private static final long ANY = MassCancelDecoder.accountNullValue();

  private final MassCancelDecoder scope = new MassCancelDecoder();
  private final LogState state;
  private final OrderTable orders;
  private final Commands commands;
  private final OrderReports orderReports;
  private final VenueReports venueReports;
  private final OrderEnds ends;
  private final SlotList cancelled;
  private int reported;

  MassCancels(
      LogState state,
      OrderTable orders,
      Commands commands,
      OrderReports orderReports,
      VenueReports venueReports,
      OrderEnds ends) {
    this.state = state;
    this.orders = orders;
    this.commands = commands;
    this.orderReports = orderReports;
    this.venueReports = venueReports;
    this.ends = ends;
    cancelled = new SlotList(orders.slots());
  }

  @Override
  int templateId() {
    return MassCancelDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    scope.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = scope.clientOrderId();
    RejectReason reason = fault(message);
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      commands.massCancel(request, scope);
    }
    queue.push();
  }

  private RejectReason fault(LogMessage message) {
    if (!state.sessions().advance(message.session(), scope.clientOrderId())) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (scope.instrument() != ANY && state.instruments().get((int) scope.instrument()) == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    return message.isFromOperator() ? RejectReason.NONE : ownershipFault(message);
  }

  private RejectReason ownershipFault(LogMessage message) {
    boolean ofAccount = scope.account() != ANY;
    boolean ofSession = scope.session() != ANY;
    if (ofAccount && !state.accounts().owns(message.participant(), (int) scope.account())) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    if (ofSession && (int) scope.session() != message.session()) {
      return RejectReason.SESSION_NOT_YOURS;
    }
    return ofAccount || ofSession ? RejectReason.NONE : RejectReason.SCOPE_MISSING;
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onRefused(Request request, int reason) {
    venueReports.requestDone(request, templateId(), reason, 0);
  }

  @Override
  void onCancelled(Request request, CancelledDecoder event) {
    int slot = ends.check(event);
    cancelled.add(slot, orders.orderId(slot), 0);
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    if (reported == 0) {
      Invariant.check(done.lines() == cancelled.size(), "a mass cancel counts what it cancelled");
      cancelled.sort();
    }
    if (reported < cancelled.size()) {
      int slot = cancelled.get(reported++);
      orderReports.cancelled(request, slot, CancelReason.MASS_CANCEL);
      orders.close(slot);
      return false;
    }
    venueReports.requestDone(request, templateId(), 0, cancelled.size());
    cancelled.clear();
    reported = 0;
    return true;
  }
}
