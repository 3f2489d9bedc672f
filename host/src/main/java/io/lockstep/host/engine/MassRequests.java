package io.lockstep.host.engine;

import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.CancelReason;

/**
 * Requests that end many orders at once, and are answered with their count. Those that mean all
 * accounts of a participant are drained, since their commands may be more than fit in flight.
 */
abstract class MassRequests extends RequestKind {
  private final AccountSweep sweep;
  private final MassEnds mass;
  private final VenueReports reports;
  private final CancelReason reason;

  /**
   * @param reason that the orders' sessions are told.
   */
  MassRequests(AccountSweep sweep, MassEnds mass, VenueReports reports, CancelReason reason) {
    this.sweep = sweep;
    this.mass = mass;
    this.reports = reports;
    this.reason = reason;
  }

  // ------------------------------------------------------------------ stage A

  /**
   * Begins with all accounts of a participant; the message is a drained one.
   *
   * @param asked client order id of the request.
   * @param instrument one, or {@link Commands#ANY}.
   */
  final void sweep(int participant, long asked, long instrument) {
    sweep.begin(this, participant, asked, instrument);
  }

  @Override
  final boolean next(LogMessage message, Request request) {
    return sweep.next(message, request);
  }

  // ------------------------------------------------------------------ stage B

  @Override
  final void onRefused(Request request, int refusal) {
    reports.requestDone(request, templateId(), refusal, 0);
  }

  @Override
  final void onCancelled(Request request, CancelledDecoder cancelled) {
    mass.add(request, cancelled);
  }

  /** All is cancelled. */
  @Override
  final boolean onDone(Request request, DoneDecoder done) {
    if (!mass.isReported(request, done, reason)) {
      return false;
    }
    reports.requestDone(request, templateId(), 0, mass.clear());
    return true;
  }
}
