package io.lockstep.bench.cycles;

import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.bench.margin.MarginSetUp;
import java.util.Random;

/** Instruments of cards with margin as the benchmarks of cycles want them, and who trades there. */
final class MarginInstruments {
  /** Price levels: those of the {@link MixedFlow} lie in the middle. */
  static final int LEVELS = 512;

  /** So much that no account is ever short of money. */
  static final long CASH = 1L << 50;

  private static final int WINDOW_BASE = MixedFlow.MID - LEVELS / 2;
  private static final int MULTIPLIER = 1;
  private static final int LOTS_MAX = 1 << 24;
  private static final int HELD_MAX = 100;
  private static final int LANE_MAX = 50;
  private static final int LANES = 32;

  private MarginInstruments() {}

  /** Defines an instrument. */
  static void define(MarginSetUp setUp, int instrument, int group) {
    setUp.instrument(
        instrument, group, WINDOW_BASE, LEVELS, MixedFlow.PRICES, LOTS_MAX, MULTIPLIER);
  }

  /**
   * Stages an instrument with an array by chance.
   *
   * @param moved ticks by which the mark is away from the middle.
   */
  static void stage(MarginSetUp setUp, int instrument, int moved, Random random) {
    int[] lanes = random.ints(LANES, -LANE_MAX, LANE_MAX).toArray();
    setUp.stage(instrument, MixedFlow.MID + moved, lanes);
  }

  /** Lots of a position, never 0. */
  static int lots(Random random) {
    int lots = 1 + random.nextInt(HELD_MAX);
    return random.nextBoolean() ? lots : -lots;
  }
}
