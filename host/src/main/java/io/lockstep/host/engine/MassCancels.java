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
 *
 * <p>A client who names neither account nor session means all of its accounts. The card knows no
 * participants: it gets a mass cancel for each of the accounts, and then a barrier, at whose answer
 * all is reported. They may be more than fit in flight, so such a message is a drained one.
 */
final class MassCancels extends RequestKind {
  private static final long ANY = MassCancelDecoder.accountNullValue();
  private static final int NO_MORE = -1;

  private final MassCancelDecoder scope = new MassCancelDecoder();
  private final LogState state;
  private final OrderTable orders;
  private final Commands commands;
  private final OrderReports orderReports;
  private final VenueReports venueReports;
  private final OrderEnds ends;
  private final CommandKind ofOneAccount = new OfOneAccount();
  private final SlotList cancelled;
  private long counted;
  private int reported;

  /** Of a participant's mass cancel: where its next account is looked for, or {@link #NO_MORE}. */
  private int nextAccount = NO_MORE;

  private long clientOrderId;
  private long instrument;

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
  boolean isDrained(LogMessage message) {
    wrap(message);
    return isOfParticipant(message);
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    wrap(message);
    RejectReason reason = fault(message);
    if (reason == RejectReason.NONE && isOfParticipant(message)) {
      nextAccount = 0;
      clientOrderId = scope.clientOrderId();
      instrument = scope.instrument();
      return;
    }
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = scope.clientOrderId();
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      commands.massCancel(request, scope.account(), scope.session(), scope.instrument());
    }
    queue.push();
  }

  @Override
  boolean next(LogMessage message, Request request) {
    if (nextAccount == NO_MORE) {
      return false;
    }
    int account = state.accounts().firstFrom(nextAccount, message.participant());
    if (account != Accounts.NONE) {
      request.begin(ofOneAccount, message);
      commands.massCancel(request, account, ANY, instrument);
      nextAccount = account + 1;
    } else {
      request.begin(this, message);
      request.clientOrderId = clientOrderId;
      commands.barrier(request);
      nextAccount = NO_MORE;
    }
    return true;
  }

  private void wrap(LogMessage message) {
    scope.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
  }

  private boolean isOfParticipant(LogMessage message) {
    return !message.isFromOperator() && scope.account() == ANY && scope.session() == ANY;
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
    if (scope.account() != ANY
        && !state.accounts().owns(message.participant(), (int) scope.account())) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    boolean ofAnother = scope.session() != ANY && (int) scope.session() != message.session();
    return ofAnother ? RejectReason.SESSION_NOT_YOURS : RejectReason.NONE;
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

  /** All is cancelled. */
  @Override
  boolean onDone(Request request, DoneDecoder done) {
    if (reported == 0) {
      counted += done.lines();
      Invariant.check(counted == cancelled.size(), "a mass cancel counts what it cancelled");
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
    counted = 0;
    reported = 0;
    return true;
  }

  /** One of those of a participant; its orders wait for the report. */
  private final class OfOneAccount extends CommandKind {
    @Override
    void onCancelled(Request request, CancelledDecoder event) {
      MassCancels.this.onCancelled(request, event);
    }

    @Override
    boolean onDone(Request request, DoneDecoder done) {
      counted += done.lines();
      return true;
    }
  }
}
