package io.lockstep.host.pricing;

/**
 * Black's formula without discount: what an option's payment at expiry is expected to be, given the
 * underlying's forward price and the standard deviation of its logarithm at expiry (σ·√t), and the
 * derivatives by these two. F. Black, "The pricing of commodity contracts" (1976); cash-or-nothing:
 * M. Rubinstein and E. Reiner, "Unscrambling the binary code" (1991).
 *
 * <p>A deviation of 0 gives the limits: what is in the money is paid, and at the strike itself half
 * of a digital's amount. The price has a kink or a step there; the density in the derivatives
 * counts as 0.
 */
public final class Black {
  private double expected;
  private double timeValue;
  private double slope;
  private double curvature;
  private double deviationSlope;

  /**
   * The expected payment.
   *
   * @param contract an option.
   * @param forward price units, not below 0.
   * @param deviation σ·√t, not below 0.
   */
  public static double expected(Contract contract, double forward, double deviation) {
    double strike = contract.strike();
    double d1 = d1(forward, strike, deviation);
    double d2 = d2(d1, deviation);
    return contract.type().isDigital()
        ? digital(contract, d2)
        : exercise(contract, forward) + timeValue(forward, strike, d1, d2);
  }

  private static double digital(Contract contract, double d2) {
    return contract.payout() * NormalDistribution.cumulative(contract.type().isCall() ? d2 : -d2);
  }

  private static double exercise(Contract contract, double forward) {
    double strike = contract.strike();
    return StrictMath.max(0, contract.type().isCall() ? forward - strike : strike - forward);
  }

  /**
   * What an option is worth that is out of the money. One in the money is worth that much more than
   * its exercise, by the parity of put and call; so no digits are lost, however deep it is.
   */
  private static double timeValue(double forward, double strike, double d1, double d2) {
    double value =
        forward <= strike
            ? forward * NormalDistribution.cumulative(d1)
                - strike * NormalDistribution.cumulative(d2)
            : strike * NormalDistribution.cumulative(-d2)
                - forward * NormalDistribution.cumulative(-d1);
    return StrictMath.max(0, value);
  }

  private static double d1(double forward, double strike, double deviation) {
    if (deviation > 0) {
      return StrictMath.log(forward / strike) / deviation + 0.5 * deviation;
    }
    if (forward == strike) {
      return 0;
    }
    return forward > strike ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  private static double d2(double d1, double deviation) {
    return d1 - deviation;
  }

  /** Works out the expected payment and its derivatives; parameters as of {@link #expected}. */
  void differentiate(Contract contract, double forward, double deviation) {
    double d1 = d1(forward, contract.strike(), deviation);
    double d2 = d2(d1, deviation);
    int sign = contract.type().isCall() ? 1 : -1;
    boolean digital = contract.type().isDigital();
    timeValue = digital ? 0 : timeValue(forward, contract.strike(), d1, d2);
    expected = digital ? digital(contract, d2) : exercise(contract, forward) + timeValue;
    double density = deviation > 0 ? NormalDistribution.density(digital ? d2 : d1) : 0;
    slope = digital ? 0 : sign * NormalDistribution.cumulative(sign * d1);
    curvature = 0;
    deviationSlope = 0;
    if (density == 0) { // so far away, or a step: all that follows is a multiple of it
      return;
    }
    if (digital) {
      double weight = sign * contract.payout() * density / deviation;
      slope = weight / forward;
      curvature = -weight * d1 / (forward * forward * deviation);
      deviationSlope = -weight * d1;
    } else {
      curvature = density / (forward * deviation);
      deviationSlope = forward * density;
    }
  }

  /** The expected payment. */
  double expected() {
    return expected;
  }

  /** Of a call or put, what it is worth beyond its exercise at the forward price. */
  double timeValue() {
    return timeValue;
  }

  /** The derivative of the expected payment by the forward price. */
  double slope() {
    return slope;
  }

  /** The second derivative by the forward price. */
  double curvature() {
    return curvature;
  }

  /** The derivative by the deviation. */
  double deviationSlope() {
    return deviationSlope;
  }
}
