package io.lockstep.host.risk;

/**
 * What an instrument charges. Money is in scaled minor units.
 *
 * @param maker fee in 2^-24 of what a fill costs; negative: a rebate; likewise the others.
 * @param shortOptionMinimum a lot.
 * @param sizeBounds three: lots up to which a slope of the size add-on holds.
 * @param sizeSlopes four: of a lot.
 */
record Charges(
    int maker,
    int taker,
    int auction,
    long shortOptionMinimum,
    int[] sizeBounds,
    long[] sizeSlopes) {
  /** Those of an asset. */
  static final Charges NONE = new Charges(0, 0, 0, 0, new int[3], new long[4]);
}
