package io.lockstep.host.engine;

import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetPhaseDecoder;

/** Operators' changes of phase: from any to any. They end the breaker's schedule. */
final class PhaseChanges extends InstrumentChange {
  private static final int LAST_PHASE = Phase.CLOSED.value();

  private final SetPhaseDecoder setPhase = new SetPhaseDecoder();
  private final PhaseMoves moves;

  PhaseChanges(LogState state, PhaseMoves moves, DrainedWork work, VenueReports reports) {
    super(state, work, reports);
    this.moves = moves;
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
    moves.plan(from, plan);
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onChanged(Request request) {
    moves.done(request);
  }
}
