package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SweepChunkDecoder;
import io.lockstep.sim.model.margin.Portfolio;

/** Sweep chunk: re-values the stale ones of a run of portfolios. */
final class SweepChunkCommand extends Command {
  private final Revaluation revaluation;
  private final SweepChunkDecoder command = new SweepChunkDecoder();
  private long end;

  SweepChunkCommand(CardState state, EventWriter events, Revaluation revaluation) {
    super(state, events, SweepChunkDecoder.TEMPLATE_ID, Flags.NONE, When.LOADED);
    this.revaluation = revaluation;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    end = command.portfolio() + command.count();
  }

  @Override
  RejectReason refusal() {
    boolean within = end <= state.capacities.portfolios();
    return within ? NOT_REFUSED : RejectReason.PORTFOLIO_OUT_OF_RANGE;
  }

  @Override
  void carryOut() {
    int revalued = 0;
    IndexSet open = state.portfolios.open;
    int slot = open.next((int) command.portfolio());
    for (; slot != IndexSet.NONE && slot < end; slot = open.next(slot + 1)) {
      Portfolio portfolio = state.portfolios.get(slot);
      if (portfolio.isStale()) {
        revaluation.ofStale(portfolio);
        revalued++;
      }
    }
    events.sweepDone(revalued);
  }
}
