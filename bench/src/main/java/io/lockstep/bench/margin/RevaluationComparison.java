package io.lockstep.bench.margin;

import io.lockstep.driver.Card;
import io.lockstep.driver.Mix64;
import io.lockstep.host.scenarios.ScenarioSet;
import io.lockstep.sim.model.ModelCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values the same positions by the host and by a plain loop, in turns, and compares both with the
 * card's Java model. One thread; needs the machine for itself where its times are to mean anything.
 */
public final class RevaluationComparison {
  private final PositionSet set;
  private final List<Revaluation> revaluations;
  private final long[] expected;

  /**
   * Draws the positions, has the Java model of the card value them, and values them once by each.
   *
   * @param scenarios name of a set that comes with the appliance.
   * @param positions of each account, at most 64.
   * @throws IllegalStateException if they differ.
   */
  public RevaluationComparison(long seed, int accounts, int positions, String scenarios) {
    set = PositionSet.random(seed, accounts, positions, ScenarioSet.named(scenarios));
    try (Card card = new ModelCard(CardRevaluation.room(set))) {
      expected = new CardRevaluation(card, set).run(set);
    }
    revaluations =
        List.of(new HostRevaluation(set), new NativeRevaluation(NativeRevaluation.compile(), set));
    revaluations.forEach(this::runNanos);
  }

  /** Number of scenarios. */
  public int scenarios() {
    return set.scenarios();
  }

  /** Of all accounts' worst profits; the same in all that are compared. */
  public long checksum() {
    long sum = 0;
    for (long profit : expected) {
      sum = Mix64.mix(sum ^ profit);
    }
    return sum;
  }

  /**
   * Measures.
   *
   * @param warmUps runs of each before.
   * @param runs of each, in turns; the median counts.
   * @return the host first, then the plain loop.
   * @throws IllegalStateException if a run's results differ.
   */
  public List<RevaluationResult> measure(int warmUps, int runs) {
    for (int i = 0; i < warmUps; i++) {
      revaluations.forEach(this::runNanos);
    }
    long[][] nanos = new long[revaluations.size()][runs];
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < nanos.length; i++) {
        nanos[i][run] = runNanos(revaluations.get(i));
      }
    }
    List<RevaluationResult> results = new ArrayList<>();
    for (int i = 0; i < nanos.length; i++) {
      Arrays.sort(nanos[i]);
      results.add(new RevaluationResult(revaluations.get(i).name(), nanos[i][runs / 2] / 1e3));
    }
    return results;
  }

  /**
   * Cycles that the card takes for the same.
   *
   * @throws IllegalStateException if its results differ.
   */
  public long cardCycles(VerilatedRevaluation card) {
    requireEqual("the Verilated card", expected, card.run(set));
    return card.cycles();
  }

  private long runNanos(Revaluation revaluation) {
    long start = System.nanoTime();
    revaluation.run();
    long nanos = System.nanoTime() - start;
    requireEqual(revaluation.name(), expected, revaluation.worst());
    return nanos;
  }

  /**
   * Compares what one valued with the model.
   *
   * @throws IllegalStateException that names the first account that differs.
   */
  static void requireEqual(String name, long[] expected, long[] got) {
    int account = Arrays.mismatch(expected, got);
    if (account >= 0) {
      throw new IllegalStateException(
          "account "
              + account
              + ": the card's model has "
              + expected[account]
              + ", "
              + name
              + " has "
              + got[account]);
    }
  }
}
