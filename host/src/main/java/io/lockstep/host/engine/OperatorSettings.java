package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.RejectReason;

/**
 * Operators' requests that are one command at most, and are answered by request done: with a reason
 * of stage A or the card, or none.
 */
abstract class OperatorSettings extends RequestKind {
  private final Sessions sessions;
  private final VenueReports reports;

  OperatorSettings(Sessions sessions, VenueReports reports) {
    this.sessions = sessions;
    this.reports = reports;
  }

  /** The first thing that is wrong with the request at hand, or {@link RejectReason#NONE}. */
  abstract RejectReason fault(LogMessage message);

  /** Carries out the request at hand, which has no fault, and writes its command. */
  abstract void command(Request request);

  /** The message is wrapped; answers what is wrong with it, or carries it out. */
  final void admit(LogMessage message, RequestQueue queue, long clientOrderId) {
    Invariant.check(message.isFromOperator(), "only operators change what margin rests on");
    RejectReason reason =
        sessions.advance(message.session(), clientOrderId)
            ? fault(message)
            : RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = clientOrderId;
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      command(request);
    }
    queue.push();
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onRefused(Request request, int reason) {
    reports.requestDone(request, templateId(), reason, 0);
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    reports.requestDone(request, templateId(), 0, 0);
    return true;
  }
}
