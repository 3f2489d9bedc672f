package io.lockstep.host.demo;

import java.util.Random;

/**
 * Where participants think an instrument is worth: a walk of single ticks, drawn back to its
 * reference price, so that it stays inside the book's window.
 */
final class FairPrice {
  /** The walk turns back for good this far from the reference. */
  static final int REACH_TICKS = 500;

  private final int referenceTicks;
  private int ticks;

  FairPrice(int referenceTicks) {
    this.referenceTicks = referenceTicks;
    this.ticks = referenceTicks;
  }

  int ticks() {
    return ticks;
  }

  /** One step up or down; the further from the reference, the likelier towards it. */
  void step(Random random) {
    int distance = ticks - referenceTicks;
    ticks += random.nextInt(2 * REACH_TICKS) >= REACH_TICKS + distance ? 1 : -1;
  }
}
