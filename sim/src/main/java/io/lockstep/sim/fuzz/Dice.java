package io.lockstep.sim.fuzz;

import java.util.SplittableRandom;

/** The fuzz's only source of chance: the same seed gives the same throws on every machine. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True once in {@code n} throws. */
  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  /** From 0 to {@code bound} - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From {@code low} to {@code high}, both included. */
  long between(long low, long high) {
    return random.nextLong(low, high + 1);
  }

  int anyInt() {
    return random.nextInt();
  }

  long anyLong() {
    return random.nextLong();
  }
}
