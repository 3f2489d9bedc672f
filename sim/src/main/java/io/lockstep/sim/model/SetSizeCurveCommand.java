package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetSizeCurveDecoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Bounds;
import io.lockstep.sim.model.margin.InstrumentTerms;
import io.lockstep.sim.model.margin.SizeCurve;

/** Set size curve: stages the size add-on of an instrument. */
final class SetSizeCurveCommand extends Command {
  private final SetSizeCurveDecoder command = new SetSizeCurveDecoder();

  SetSizeCurveCommand(CardState state, EventWriter events) {
    super(state, events, SetSizeCurveDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
  }

  @Override
  RejectReason refusal() {
    if (!state.knowsInstrument(command.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    InstrumentTerms terms = state.instrument(command.instrument()).terms;
    int limit = terms.positionLimit();
    boolean allowed =
        Bounds.allowsLot(limit, command.slope0())
            && Bounds.allowsLot(limit, command.slope1())
            && Bounds.allowsLot(limit, command.slope2())
            && Bounds.allowsLot(limit, command.slope3());
    if (!allowed) {
      return RejectReason.MARGIN_BOUND;
    }
    if (command.bound1() > command.bound2()
        || command.bound2() > command.bound3()
        || !Bounds.allowsCurveBound(command.bound3())) {
      return RejectReason.CURVE_INVALID;
    }
    return terms.group().stalePortfolios() > 0 ? RejectReason.SWEEP_UNFINISHED : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    SizeCurve curve = state.instrument(command.instrument()).terms.stageSize();
    curve.set(0, command.bound1(), command.slope0());
    curve.set(1, command.bound2(), command.slope1());
    curve.set(2, command.bound3(), command.slope2());
    curve.setLast(command.slope3());
    events.done(TemplateId.SET_SIZE_CURVE, 0);
  }
}
