package io.lockstep.host.engine;

import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.MassCancelDecoder;
import io.lockstep.schema.client.RejectReason;

/**
 * Mass cancels that clients and operators ask for.
 *
 * <p>A client who names neither account nor session means all of its accounts. The card knows no
 * participants: it gets a mass cancel for each of the accounts. They may be more than fit in
 * flight, so such a message is a drained one.
 */
final class MassCancels extends MassRequests {
  private static final long ANY = Commands.ANY;

  private final MassCancelDecoder scope = new MassCancelDecoder();
  private final LogState state;
  private final Commands commands;

  MassCancels(
      LogState state, Commands commands, AccountSweep sweep, MassEnds mass, VenueReports reports) {
    super(sweep, mass, reports, CancelReason.MASS_CANCEL);
    this.state = state;
    this.commands = commands;
  }

  @Override
  int templateId() {
    return MassCancelDecoder.TEMPLATE_ID;
  }

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
      sweep(message.participant(), scope.clientOrderId(), scope.instrument());
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
}
