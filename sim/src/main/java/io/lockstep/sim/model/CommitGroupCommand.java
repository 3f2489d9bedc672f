package io.lockstep.sim.model;

import io.lockstep.schema.card.CommitGroupDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.sim.model.margin.Bounds;
import io.lockstep.sim.model.margin.InstrumentTerms;
import io.lockstep.sim.model.margin.RiskGroup;

/** Commit group: switches a risk group to what was staged. */
final class CommitGroupCommand extends Command {
  private final CommitGroupDecoder command = new CommitGroupDecoder();

  CommitGroupCommand(CardState state, EventWriter events) {
    super(state, events, CommitGroupDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
  }

  @Override
  RejectReason refusal() {
    if (!state.hasGroup(command.group())) {
      return RejectReason.GROUP_OUT_OF_RANGE;
    }
    if (command.maintenanceFactor() > command.initialFactor()
        || command.initialFactor() > Bounds.FACTOR) {
      return RejectReason.FACTOR_INVALID;
    }
    RiskGroup group = state.group(command.group());
    if (!state.isLoading() && (int) command.epoch() != group.epoch() + 1) {
      return RejectReason.WRONG_EPOCH;
    }
    if (group.stalePortfolios() > 0) {
      return RejectReason.SWEEP_UNFINISHED;
    }
    return isStagedInFull(group) ? NOT_REFUSED : RejectReason.NOT_STAGED;
  }

  private boolean isStagedInFull(RiskGroup group) {
    boolean inFull = true;
    for (int number = 0; number < state.capacities.instruments(); number++) {
      InstrumentTerms terms = state.instrument(number).terms;
      inFull &= terms.group() != group || terms.isStagedInFull();
    }
    return inFull;
  }

  @Override
  void carryOut() {
    RiskGroup group = state.group(command.group());
    group.commit((int) command.epoch(), command.initialFactor(), command.maintenanceFactor());
    for (int number = 0; number < state.capacities.instruments(); number++) {
      InstrumentTerms terms = state.instrument(number).terms;
      if (terms.group() == group) {
        terms.committed();
      }
    }
    events.groupCommitted(command.group(), group);
  }
}
