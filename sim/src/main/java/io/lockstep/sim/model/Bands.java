package io.lockstep.sim.model;

/** What set instrument and set band both demand of a band. */
final class Bands {
  private Bands() {}

  /** Whether the band is empty or reaches out of the window that starts at {@code windowBase}. */
  static boolean isOutsideWindow(int low, int high, int windowBase, int levels) {
    return low > high || low < windowBase || (long) high >= (long) windowBase + levels;
  }
}
