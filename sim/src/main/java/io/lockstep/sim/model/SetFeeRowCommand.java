package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Bounds;
import io.lockstep.sim.model.margin.FeeRows;

/** Set fee row: the rates that an instrument has for one tier. */
final class SetFeeRowCommand extends Command {
  private final SetFeeRowDecoder command = new SetFeeRowDecoder();

  SetFeeRowCommand(CardState state, EventWriter events) {
    super(state, events, SetFeeRowDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
  }

  @Override
  boolean hasUnsupportedCode() {
    return command.tier() >= Bounds.TIERS;
  }

  @Override
  RejectReason refusal() {
    if (!state.knowsInstrument(command.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    boolean allowed =
        Bounds.allowsRate(command.maker())
            && Bounds.allowsRate(command.taker())
            && Bounds.allowsRate(command.auction())
            && isCovered(state.instrument(command.instrument()));
    return allowed ? NOT_REFUSED : RejectReason.MARGIN_BOUND;
  }

  /** Whether the worst fee of the instrument covers the rates at any price. */
  private boolean isCovered(Instrument instrument) {
    int worst = FeeRows.worst(command.maker(), command.taker(), command.auction());
    return instrument.terms.fee(1, instrument.maxPrice(), worst) <= instrument.terms.worstFee();
  }

  @Override
  void carryOut() {
    state
        .instrument(command.instrument())
        .terms
        .fees
        .set(command.tier(), command.maker(), command.taker(), command.auction());
    events.done(TemplateId.SET_FEE_ROW, 0);
  }
}
