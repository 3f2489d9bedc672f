package io.lockstep.bench.margin;

/** One way to value all positions of a {@link PositionSet} in all scenarios. One thread. */
interface Revaluation {
  /** Its name in the table. */
  String name();

  /** Values everything once: what is timed. */
  void run();

  /**
   * Of the last run: each account's profit in its worst scenario, at most 0, in scaled minor units.
   */
  long[] worst();
}
