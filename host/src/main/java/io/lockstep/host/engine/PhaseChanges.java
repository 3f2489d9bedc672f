package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetPhaseDecoder;

/**
 * Changes of phase. Whatever the phase before: a call collects all orders outside the book; a halt
 * leaves orders where they are; continuous trading and the close hold the auction of what was
 * collected and put what it leaves into the book.
 */
final class PhaseChanges extends InstrumentChange {
  private static final int LAST_PHASE = Phase.CLOSED.value();

  private final SetPhaseDecoder setPhase = new SetPhaseDecoder();
  private final OrderTable orders;
  private final Calls calls;

  PhaseChanges(
      LogState state, OrderTable orders, Calls calls, DrainedWork work, VenueReports reports) {
    super(state, work, reports);
    this.orders = orders;
    this.calls = calls;
  }

  @Override
  int templateId() {
    return SetPhaseDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    setPhase.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    admit(message, queue, setPhase.clientOrderId(), (int) setPhase.instrument());
  }

  @Override
  RejectReason fault(Instrument instrument) {
    return setPhase.phaseRaw() <= LAST_PHASE ? RejectReason.NONE : RejectReason.UNSUPPORTED_CODE;
  }

  @Override
  Instrument changed(Instrument instrument) {
    return instrument.inPhase(setPhase.phase());
  }

  @Override
  void plan(Instrument from, DrainedPlan plan) {
    if (setPhase.phase() == Phase.CALL) {
      plan.parkAll();
    } else if (setPhase.phase() != Phase.HALTED && from.collects()) {
      plan.uncross();
    }
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    if (request.instrument.phase() == Phase.CALL) {
      calls.open(request.instrument, orders);
    }
    return super.onDone(request, done);
  }
}
