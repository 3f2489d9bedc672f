package io.lockstep.host.pricing;

/**
 * What a price depends on besides the contract. The underlying is given by its spot price, which
 * earns the rate less what it pays itself, or by its forward price at the contract's expiry, which
 * earns nothing (Black 1976). Rates are per year, continuously compounded: 0.05 is 5 %.
 *
 * <p>Made once and set anew for each use; one thread. Each method refuses, by an {@link
 * IllegalArgumentException}, what is not finite, and time or volatility below 0.
 */
public final class Market {
  private double underlying = 1;
  private boolean isForward = true;
  private double rate;
  private double dividendRate;
  private double years;
  private double volatility;

  /**
   * The underlying's spot price.
   *
   * @param price in price units; for an option not below 0.
   * @param rate of interest.
   * @param dividendRate what the underlying pays: dividends, a foreign rate, staking; negative for
   *     what it costs to keep.
   */
  public Market spot(double price, double rate, double dividendRate) {
    underlying = finite(price, "spot");
    this.rate = finite(rate, "rate");
    this.dividendRate = finite(dividendRate, "dividend rate");
    isForward = false;
    return this;
  }

  /**
   * The underlying's forward price at the contract's expiry.
   *
   * @param price in price units; for an option not below 0.
   * @param rate of interest, by which an option's price is discounted.
   */
  public Market forward(double price, double rate) {
    underlying = finite(price, "forward");
    this.rate = finite(rate, "rate");
    dividendRate = 0;
    isForward = true;
    return this;
  }

  /** The time to expiry in years of 365 days. */
  public Market years(double toExpiry) {
    years = notNegative(toExpiry, "years");
    return this;
  }

  /** The volatility of the underlying per year: 0.8 is 80 %. */
  public Market volatility(double perYear) {
    volatility = notNegative(perYear, "volatility");
    return this;
  }

  /** The price of the underlying, spot or forward. */
  public double underlying() {
    return underlying;
  }

  /** Whether the underlying is given by its forward price. */
  public boolean isForward() {
    return isForward;
  }

  /** Rate of interest. */
  public double rate() {
    return rate;
  }

  /** Years to expiry. */
  public double years() {
    return years;
  }

  /** Volatility per year. */
  public double volatility() {
    return volatility;
  }

  /** What the underlying's given price earns in a year: the cost of carry. */
  public double carryRate() {
    return isForward ? 0 : rate - dividendRate;
  }

  /** Forward price at expiry of one unit of the underlying's given price. */
  public double carry() {
    return isForward ? 1 : StrictMath.exp(carryRate() * years);
  }

  /** Worth now of one unit at expiry. */
  public double discount() {
    return StrictMath.exp(-rate * years);
  }

  private static double finite(double value, String name) {
    if (Double.isFinite(value)) {
      return value;
    }
    throw new IllegalArgumentException(name + " " + value + " is not finite");
  }

  private static double notNegative(double value, String name) {
    if (finite(value, name) >= 0) {
      return value;
    }
    throw new IllegalArgumentException(name + " " + value + " is negative");
  }
}
