package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;

/** Requests that request done answers: with a reason of stage A or the card, or none. */
abstract class AnsweredRequests extends RequestKind {
  private final VenueReports reports;

  AnsweredRequests(VenueReports reports) {
    this.reports = reports;
  }

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
