package io.lockstep.host.margin;

/** Fees as the card counts them: rates are in 2^-24 of what is traded, and round up. */
public final class Fees {
  private static final int RATE_BITS = 24;
  private static final long REST = (1L << RATE_BITS) - 1;

  private Fees() {}

  /**
   * A fee.
   *
   * @param value of what is traded, 0 to 2^49; the product with the rate may be longer than a long.
   * @param rate in 2^-24, below 2^17 and above -2^17.
   */
  public static long roundedUp(long value, int rate) {
    long whole = (value >> RATE_BITS) * rate;
    long rest = (value & REST) * rate;
    return whole + (rest + REST >> RATE_BITS);
  }

  /**
   * What an order reserves a lot: what it may lose against the mark when it fills, and its fee.
   *
   * @param rate the largest that it may pay, not below 0.
   */
  public static long reserve(
      boolean bid, int limitTicks, int markTicks, long multiplier, int rate) {
    long beyond = bid ? (long) limitTicks - markTicks : (long) markTicks - limitTicks;
    long value = Math.abs((long) limitTicks) * multiplier;
    return Math.max(0, beyond) * multiplier + roundedUp(value, rate);
  }
}
