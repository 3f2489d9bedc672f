package io.lockstep.host.pricing;

/**
 * The volatility that the price of a European call or put implies: Newton's method begun where the
 * price is steepest in the volatility (S. Manaster and G. Koehler, "The calculation of implied
 * variances from the Black-Scholes model", 1982), and kept inside an interval that halves when a
 * step would leave it. Allocates nothing.
 */
public final class ImpliedVolatility {
  private static final int STEPS_MAX = 200;
  private static final double TOLERANCE = 1e-15;

  private final Black black = new Black();

  /**
   * The volatility per year.
   *
   * @param price of the option now, in price units.
   * @param market all but its volatility counts.
   * @return not a number when no volatility gives this price: it is below what the option would be
   *     worth without any, not below what it would be worth with an infinite one, or no time is
   *     left. 0 for exactly the least price.
   * @throws IllegalArgumentException if the contract is neither call nor put: the price of a
   *     digital may have two volatilities.
   */
  public double of(Contract contract, Market market, double price) {
    if (!contract.type().isOption() || contract.type().isDigital()) {
      throw new IllegalArgumentException("implied volatility of a " + contract.type());
    }
    double forward = market.underlying() * market.carry();
    double expected = price / market.discount();
    double least = Black.expected(contract, forward, 0);
    double most = contract.type().isCall() ? forward : contract.strike();
    if (!(expected >= least && expected < most && market.years() > 0)) {
      return Double.NaN;
    }
    if (expected == least) {
      return 0;
    }
    return deviation(contract, forward, expected - least) / StrictMath.sqrt(market.years());
  }

  /** Solves for the time value, of which the exercise in an option in the money is no part. */
  private double deviation(Contract contract, double forward, double timeValue) {
    double steepest =
        StrictMath.sqrt(2 * StrictMath.abs(StrictMath.log(forward / contract.strike())));
    double at = steepest > 0 ? steepest : 1;
    black.differentiate(contract, forward, at);
    boolean isFar = timeValue < black.timeValue();
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS_MAX; step++) {
      double above = black.timeValue() - timeValue;
      if (above == 0) {
        return at;
      }
      if (above > 0) {
        high = at;
      } else {
        low = at;
      }
      double next = at - (isFar ? farStep(timeValue) : above / black.deviationSlope());
      if (!(next > low && next < high)) {
        next = high == Double.POSITIVE_INFINITY ? 2 * at : 0.5 * (low + high);
      }
      if (StrictMath.abs(next - at) <= TOLERANCE * at) {
        return next;
      }
      at = next;
      black.differentiate(contract, forward, at);
    }
    return at;
  }

  /** Below the steepest price its logarithm is nearer to a straight line than the price itself. */
  private double farStep(double timeValue) {
    double now = black.timeValue();
    return StrictMath.log(now / timeValue) * now / black.deviationSlope();
  }
}
