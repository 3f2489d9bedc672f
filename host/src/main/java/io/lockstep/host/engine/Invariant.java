package io.lockstep.host.engine;

/** Checks that stay on in production: an engine that contradicts itself or its card stops. */
final class Invariant {
  private Invariant() {}

  /**
   * @param rule what must hold, as a sentence.
   * @throws IllegalStateException when it does not.
   */
  static void check(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalStateException("engine stopped: it must be that " + rule);
    }
  }
}
