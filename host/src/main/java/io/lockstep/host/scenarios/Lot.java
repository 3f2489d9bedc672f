package io.lockstep.host.scenarios;

/**
 * What a lot of an instrument is in money.
 *
 * @param tick one tick in price units, more than 0.
 * @param multiplier scaled minor units a tick and lot, at least 1.
 * @param positionLimit lots, at least 1: a lane times it stays below 2^49, as the card wants it.
 */
public record Lot(double tick, long multiplier, int positionLimit) {
  private static final int LANE_MAX = (1 << 27) - 1;
  private static final long PRODUCT_MAX = (1L << 49) - 1;

  /**
   * Checks what it says.
   *
   * @throws IllegalArgumentException if one of them is too small, or not finite.
   */
  public Lot {
    if (!(tick > 0 && tick < Double.POSITIVE_INFINITY) || multiplier < 1 || positionLimit < 1) {
      throw new IllegalArgumentException(
          "tick " + tick + ", multiplier " + multiplier + ", position limit " + positionLimit);
    }
  }

  /** The largest absolute value of a lane: what the card takes. */
  public int laneMax() {
    return (int) StrictMath.min(LANE_MAX, PRODUCT_MAX / positionLimit);
  }

  /** Scaled minor units for one price unit and lot: what Greeks per lot are scaled by. */
  public double moneyPerPriceUnit() {
    return multiplier / tick;
  }
}
