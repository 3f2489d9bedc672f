package io.lockstep.bench.margin;

import io.lockstep.host.scenarios.ScenarioSet;
import io.lockstep.sim.verilated.VerilatedCard;
import java.util.function.IntConsumer;

/**
 * The Verilated card with margin, 32 lanes, loaded with the positions that a {@link
 * RevaluationComparison} draws of the same seed; it may value them in one set of scenarios after
 * the other.
 */
public final class VerilatedRevaluation implements AutoCloseable {
  private final VerilatedCard card;
  private final CardRevaluation revaluation;

  /**
   * Builds the card, the first time, and loads it.
   *
   * @param progress is told of the accounts loaded so far.
   */
  public VerilatedRevaluation(long seed, int accounts, int positions, IntConsumer progress) {
    PositionSet held =
        PositionSet.random(seed, accounts, positions, ScenarioSet.named(ScenarioSet.NAMES.get(0)));
    card = VerilatedCard.builder().parameters(CardRevaluation.room(held).rtlParameters()).open();
    revaluation = new CardRevaluation(card, held, card.device()::cycles, progress);
  }

  /** Values the positions; each account's profit in its worst scenario, at most 0. */
  long[] run(PositionSet set) {
    return revaluation.run(set);
  }

  /** Cycles of the card for the last: from the first sweep offered to the last event. */
  long cycles() {
    return revaluation.cycles();
  }

  @Override
  public void close() {
    card.close();
  }
}
