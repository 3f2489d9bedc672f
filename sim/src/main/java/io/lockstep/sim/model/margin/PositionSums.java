package io.lockstep.sim.model.margin;

import java.util.Arrays;

/**
 * The sums over a portfolio's positions, all valued in one bank: V and W of each scenario, the
 * value, and what short options and sizes require. They follow each change of a position: it is
 * counted out as it was, and counted in as it is.
 */
public final class PositionSums {
  private static final int FACTOR_BITS = 8;

  private final long[] held;
  private final long[] worst;
  private long value;
  private long shortHeld;
  private long shortWithAsks;
  private long sizeHeld;
  private long sizeWithOrders;

  PositionSums(int scenarios) {
    held = new long[scenarios];
    worst = new long[scenarios];
  }

  /** As without positions. */
  void clear() {
    Arrays.fill(held, 0);
    Arrays.fill(worst, 0);
    value = 0;
    shortHeld = 0;
    shortWithAsks = 0;
    sizeHeld = 0;
    sizeWithOrders = 0;
  }

  /**
   * Counts a position in, or out.
   *
   * @param sign 1: in, −1: out.
   * @param lots pos.
   * @param bids B.
   * @param asks A.
   */
  void count(int sign, RiskArray array, long multiplier, long lots, long bids, long asks) {
    for (int scenario = 0; scenario < held.length; scenario++) {
      long profit = array.profit(scenario);
      long ofLots = lots * profit;
      long ofOrders = Math.min(0, Math.min(bids * profit, -asks * profit));
      held[scenario] += sign * ofLots;
      worst[scenario] += sign * (ofLots + ofOrders);
    }
    value += sign * lots * array.mark() * multiplier;
    shortHeld += sign * array.shortMinimum() * Math.max(0, -lots);
    shortWithAsks += sign * array.shortMinimum() * Math.max(0, asks - lots);
    sizeHeld += sign * array.size.of(Math.abs(lots));
    sizeWithOrders += sign * array.size.of(Math.max(Math.abs(lots + bids), Math.abs(lots - asks)));
  }

  /**
   * IM without the add-on.
   *
   * @param factor IMf, in 1/256.
   */
  long initialMargin(int factor) {
    return Math.max(scan(worst, factor), shortWithAsks) + sizeWithOrders;
  }

  /**
   * MM without the add-on.
   *
   * @param factor MMf, in 1/256.
   */
  long maintenanceMargin(int factor) {
    return Math.max(scan(held, factor), shortHeld) + sizeHeld;
  }

  private static long scan(long[] profits, int factor) {
    return RoundedUp.product(Math.max(0, -least(profits)), factor, FACTOR_BITS);
  }

  private static long least(long[] profits) {
    long least = Long.MAX_VALUE;
    for (long profit : profits) {
      least = Math.min(least, profit);
    }
    return least;
  }

  /** Max over s of −V[s]: what the positions lose in the worst scenario; negative: all win. */
  long worstLoss() {
    return -least(held);
  }

  /** The same, once so many more lots of an instrument are held. */
  long worstLossWith(RiskArray array, long moreLots) {
    long least = Long.MAX_VALUE;
    for (int scenario = 0; scenario < held.length; scenario++) {
      least = Math.min(least, held[scenario] + moreLots * array.profit(scenario));
    }
    return -least;
  }

  /** V of a scenario. */
  public long held(int scenario) {
    return held[scenario];
  }

  /** W of a scenario: V with the worst set of fills. */
  public long worst(int scenario) {
    return worst[scenario];
  }

  /** Σ pos · mark · multiplier. */
  public long value() {
    return value;
  }

  /** The checksum of the audit, of V and W. */
  public long checksum() {
    long sum = 0;
    for (int scenario = 0; scenario < held.length; scenario++) {
      sum = Checksum.with(sum, held[scenario], 2 * scenario);
      sum = Checksum.with(sum, worst[scenario], 2 * scenario + 1);
    }
    return sum;
  }
}
