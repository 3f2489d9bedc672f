package io.lockstep.host.replay;

/** Is told how far a replay has come. Called on the replay's thread, once a request. */
@FunctionalInterface
public interface ReplayProgress {
  /**
   * @param done requests answered.
   * @param total requests of the plan.
   */
  void onProgress(long done, long total);
}
