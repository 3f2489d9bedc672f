package io.lockstep.host.scenarios;

/**
 * How far volatilities of a tenor move, in moves at the reference tenor: (reference / time)^power,
 * since what is soon moves more. Venues use 30 days and powers of 0.30 below and 0.13 above them
 * (Deribit's and Paradex's portfolio margin).
 *
 * @param referenceYears where the scale is 1.
 * @param floorYears tenors below it move as this one does; at most the reference.
 * @param powerBelow for times below the reference; 0 and more.
 * @param powerAbove for times above it; 0 and more.
 */
record Tenor(double referenceYears, double floorYears, double powerBelow, double powerAbove) {
  /** All volatilities move alike. */
  static final Tenor NONE = new Tenor(1, 1, 0, 0);

  /** Moves of this tenor in moves of the reference. */
  double scale(double years) {
    double ratio = referenceYears / StrictMath.max(floorYears, years);
    double power = ratio > 1 ? powerBelow : powerAbove;
    return StrictMath.exp(power * StrictMath.log(ratio)); // StrictMath.pow allocates
  }

  /** The largest scale of all tenors. */
  double scaleMax() {
    return scale(0);
  }
}
