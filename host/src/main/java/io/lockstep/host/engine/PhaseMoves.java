package io.lockstep.host.engine;

import io.lockstep.schema.client.ExecutionReportEncoder;
import io.lockstep.schema.client.Phase;

/**
 * What follows from a change of phase, whoever wants it: a call collects all orders outside the
 * book; a halt leaves orders where they are; continuous trading and the close hold the auction of
 * what was collected and put what it leaves into the book. One thread.
 */
final class PhaseMoves {
  private final Instruments instruments;
  private final OrderTable orders;
  private final Calls calls;
  private final DrainedWork work;
  private final VenueReports reports;

  PhaseMoves(
      Instruments instruments,
      OrderTable orders,
      Calls calls,
      DrainedWork work,
      VenueReports reports) {
    this.instruments = instruments;
    this.orders = orders;
    this.calls = calls;
    this.work = work;
    this.reports = reports;
  }

  /** Stage A begins a change that no client asked for. */
  void begin(RequestKind by, Instrument from, Instrument to) {
    instruments.put(to);
    plan(from, work.begin(by, ExecutionReportEncoder.clientOrderIdNullValue(), to));
  }

  /** Puts together what follows for the orders; the plan knows the instrument as it will be. */
  void plan(Instrument from, DrainedPlan plan) {
    Phase next = plan.to().phase();
    if (next == Phase.CALL) {
      plan.parkAll();
    } else if (next != Phase.HALTED && from.collects()) {
      plan.uncross();
    }
  }

  /** Stage A goes on; false: there are no more commands. */
  boolean next(LogMessage message, Request request) {
    return work.next(message, request);
  }

  /** Stage B: all that follows is done. */
  void done(Request request) {
    if (request.instrument.phase() == Phase.CALL) {
      calls.open(request.instrument, orders);
    }
    reports.status(request, request.instrument);
  }
}
