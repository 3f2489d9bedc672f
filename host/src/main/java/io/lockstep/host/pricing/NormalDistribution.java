package io.lockstep.host.pricing;

/**
 * The standard normal distribution.
 *
 * <p>The distribution function is ½·erfc(−x/√2) by the rational approximations of W. J. Cody,
 * "Rational Chebyshev approximations for the error function", Mathematics of Computation 23 (1969),
 * 631-637: absolute error below 2e-16, and in the lower tail a relative error of a few 1e-16 as
 * well. As in Cody's own programs, e^(−x²/2) is taken in two factors, since rounding x² would cost
 * the tail its last digits.
 */
final class NormalDistribution {
  private static final double INVERSE_SQRT_2PI = 0.398942280401432677939946;
  private static final double INVERSE_SQRT_PI = 0.564189583547756286948079;
  private static final double INVERSE_SQRT_2 = 0.707106781186547524400844;

  /** Beyond it the lower tail is less than the smallest double. */
  private static final double TAIL_MAX = 38.6;

  private static final double SMALL = 0.46875;
  private static final double LARGE = 4;

  /** Numerators and denominators, highest power first: erf(y)/y in y², for small y. */
  private static final double[] ERF_NUMERATOR = {
    1.85777706184603153e-1,
    3.16112374387056560,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };

  private static final double[] ERF_DENOMINATOR = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };

  /** e^(y²)·erfc(y) in y, up to 4. */
  private static final double[] MIDDLE_NUMERATOR = {
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594,
    6.61191906371416295e1,
    2.98635138197400131e2,
    8.81952221241769090e2,
    1.71204761263407058e3,
    2.05107837782607147e3,
    1.23033935479799725e3
  };

  private static final double[] MIDDLE_DENOMINATOR = {
    1,
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };

  /** (1/√π − y·e^(y²)·erfc(y))·y² in 1/y², beyond 4. */
  private static final double[] FAR_NUMERATOR = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };

  private static final double[] FAR_DENOMINATOR = {
    1,
    2.56852019228982242,
    1.87295284992346047,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private NormalDistribution() {}

  /** The density at x. */
  static double density(double x) {
    return INVERSE_SQRT_2PI * bell(StrictMath.abs(x));
  }

  /** The probability of a value up to x; of minus infinity 0, of infinity 1. */
  static double cumulative(double x) {
    double z = StrictMath.abs(x);
    double y = z * INVERSE_SQRT_2;
    if (y <= SMALL) {
      double half = 0.5 * y * ratio(y * y, ERF_NUMERATOR, ERF_DENOMINATOR);
      return x < 0 ? 0.5 - half : 0.5 + half;
    }
    double tail = z > TAIL_MAX ? 0 : 0.5 * bell(z) * scaled(y);
    return x < 0 ? tail : 1 - tail;
  }

  /** e^(y²)·erfc(y). */
  private static double scaled(double y) {
    if (y <= LARGE) {
      return ratio(y, MIDDLE_NUMERATOR, MIDDLE_DENOMINATOR);
    }
    double square = 1 / (y * y);
    return (INVERSE_SQRT_PI - square * ratio(square, FAR_NUMERATOR, FAR_DENOMINATOR)) / y;
  }

  /** e^(−z²/2): a coarse z has an exact square, and what is left of z² is small. */
  private static double bell(double z) {
    if (z > TAIL_MAX) {
      return 0;
    }
    double coarse = StrictMath.floor(z * 16) / 16;
    double rest = (z - coarse) * (z + coarse);
    return StrictMath.exp(-0.5 * coarse * coarse) * StrictMath.exp(-0.5 * rest);
  }

  private static double ratio(double x, double[] numerator, double[] denominator) {
    double above = numerator[0];
    double below = denominator[0];
    for (int i = 1; i < numerator.length; i++) {
      above = above * x + numerator[i];
      below = below * x + denominator[i];
    }
    return above / below;
  }
}
