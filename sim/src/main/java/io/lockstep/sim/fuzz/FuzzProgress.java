package io.lockstep.sim.fuzz;

/** Is told how far a run is, about a hundred times. Called on the run's thread. */
@FunctionalInterface
public interface FuzzProgress {
  /** A progress that nobody watches. */
  FuzzProgress NONE = (answered, commands, trades) -> {};

  /**
   * @param answered commands answered so far.
   * @param commands commands of the whole run.
   * @param trades seen so far.
   */
  void onProgress(long answered, long commands, long trades);
}
