package io.lockstep.sim.model;

import static io.lockstep.sim.model.margin.RiskArray.LANES_OF_PART;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Bounds;

/** Stage array: eight lanes of the risk array that an instrument has next, and its mark. */
final class StageArrayCommand extends Command {
  private final StageArrayDecoder command = new StageArrayDecoder();
  private final int[] lanes = new int[LANES_OF_PART];

  StageArrayCommand(CardState state, EventWriter events) {
    super(state, events, StageArrayDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    int first = at + StageArrayDecoder.lane0EncodingOffset();
    for (int lane = 0; lane < LANES_OF_PART; lane++) {
      lanes[lane] = window.getInt(first + lane * Integer.BYTES);
    }
  }

  @Override
  boolean hasUnsupportedCode() {
    return command.part() >= state.capacities.scenarios() / LANES_OF_PART;
  }

  @Override
  RejectReason refusal() {
    if (!state.knowsInstrument(command.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    Instrument instrument = state.instrument(command.instrument());
    if (!instrument.allowsPrice(command.mark())) {
      return RejectReason.PRICE_BEYOND_LIMIT;
    }
    if (!isWithinBounds(instrument.terms.positionLimit())) {
      return RejectReason.MARGIN_BOUND;
    }
    boolean unfinished = instrument.terms.group().stalePortfolios() > 0;
    return unfinished ? RejectReason.SWEEP_UNFINISHED : NOT_REFUSED;
  }

  private boolean isWithinBounds(int positionLimit) {
    boolean within = Bounds.allowsLot(positionLimit, command.shortOptionMinimum());
    for (int profit : lanes) {
      within &= Bounds.allowsLot(positionLimit, Math.abs((long) profit));
    }
    return within;
  }

  @Override
  void carryOut() {
    state
        .instrument(command.instrument())
        .terms
        .stage(command.part(), lanes, command.mark(), command.shortOptionMinimum());
    events.done(TemplateId.STAGE_ARRAY, 0);
  }
}
