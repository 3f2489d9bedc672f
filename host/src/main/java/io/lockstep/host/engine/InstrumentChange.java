package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.RejectReason;

/**
 * Operators' requests that change an instrument, and what follows for its orders. All are drained:
 * everything before is settled, and the next message waits until all that follows is.
 */
abstract class InstrumentChange extends RequestKind {
  private final LogState state;
  private final DrainedWork work;
  private final VenueReports reports;

  InstrumentChange(LogState state, DrainedWork work, VenueReports reports) {
    this.state = state;
    this.work = work;
    this.reports = reports;
  }

  /** The first thing that is wrong with the request at hand, or {@link RejectReason#NONE}. */
  abstract RejectReason fault(Instrument instrument);

  /** The instrument as the request at hand, without fault, wants it. */
  abstract Instrument changed(Instrument instrument);

  /** What follows for the orders; the plan knows the instrument as it will be. */
  abstract void plan(Instrument from, DrainedPlan plan);

  @Override
  final boolean isDrained(LogMessage message) {
    return true;
  }

  /** The message is wrapped; answers what is wrong with it, and else begins the work. */
  final void admit(LogMessage message, RequestQueue queue, long clientOrderId, int instrumentId) {
    Invariant.check(message.isFromOperator(), "only operators change instruments");
    Instrument from = state.instruments().get(instrumentId);
    RejectReason reason = RejectReason.NONE;
    if (!state.sessions().advance(message.session(), clientOrderId)) {
      reason = RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    } else if (from == null) {
      reason = RejectReason.INSTRUMENT_NOT_DEFINED;
    } else {
      reason = fault(from);
    }
    if (reason != RejectReason.NONE) {
      Request request = queue.next();
      request.begin(this, message);
      request.clientOrderId = clientOrderId;
      request.refusal = reason.value();
      queue.push();
      return;
    }
    Instrument to = changed(from);
    state.instruments().put(to);
    plan(from, work.begin(this, clientOrderId, to));
  }

  @Override
  final boolean next(LogMessage message, Request request) {
    return work.next(message, request);
  }

  // ------------------------------------------------------------------ stage B

  @Override
  final void onRefused(Request request, int reason) {
    reports.requestDone(request, templateId(), reason, 0);
  }

  /** All that follows is done. */
  @Override
  final boolean onDone(Request request, DoneDecoder done) {
    onChanged(request);
    reports.requestDone(request, templateId(), 0, 0);
    return true;
  }

  /** The instrument is as it shall be: everybody is told. */
  void onChanged(Request request) {
    reports.status(request, request.instrument);
  }
}
