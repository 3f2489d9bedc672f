package io.lockstep.host.pricing;

/**
 * Price and Greeks of one unit of a contract, by the derivatives of the price:
 *
 * <ul>
 *   <li>delta and gamma: first and second, by the underlying's given price, spot or forward
 *   <li>vega: by the volatility, for 1.00 of it, that is from 80 % to 180 %
 *   <li>theta: by the time that passes, for a year; of a long option mostly negative
 *   <li>rho: by the rate, for 1.00 of it; the underlying's given price stays
 *   <li>dividend rho: by the dividend rate, for 1.00 of it; 0 where the forward is given
 *   <li>elasticity: percent of the price for one percent of the underlying
 * </ul>
 *
 * <p>Made once and used again for each contract; one thread; allocates nothing.
 */
public final class Valuation {
  /** Days of a year, for theta. */
  public static final double DAYS = 365;

  private final Black black = new Black();
  private double underlying;
  private double price;
  private double delta;
  private double gamma;
  private double vega;
  private double theta;
  private double rho;
  private double dividendRho;

  /**
   * The price alone, in price units: of a future or perpetual its fair price, of an option what it
   * is worth now.
   */
  public static double price(Contract contract, Market market) {
    return switch (contract.type()) {
      case PERPETUAL -> market.underlying();
      case FUTURE -> market.underlying() * market.carry();
      default ->
          market.discount()
              * Black.expected(contract, market.underlying() * market.carry(), deviation(market));
    };
  }

  /** Works out price and Greeks. */
  public void value(Contract contract, Market market) {
    underlying = market.underlying();
    switch (contract.type()) {
      case PERPETUAL -> linear(1, 0, 0, market.isForward());
      case FUTURE -> linear(market.carry(), market.carryRate(), market.years(), market.isForward());
      default -> option(contract, market);
    }
  }

  private void linear(double carry, double carryRate, double years, boolean isForward) {
    price = underlying * carry;
    delta = carry;
    gamma = 0;
    vega = 0;
    theta = -carryRate * price;
    rho = isForward ? 0 : years * price;
    dividendRho = -rho;
  }

  private void option(Contract contract, Market market) {
    double carry = market.carry();
    double discount = market.discount();
    double years = market.years();
    black.differentiate(contract, underlying * carry, deviation(market));
    price = discount * black.expected();
    delta = discount * carry * black.slope();
    gamma = discount * carry * carry * black.curvature();
    double deviationSlope = discount * black.deviationSlope();
    vega = deviationSlope * StrictMath.sqrt(years);
    double decay =
        deviationSlope == 0
            ? 0
            : deviationSlope * market.volatility() / (2 * StrictMath.sqrt(years));
    double held = underlying * delta;
    theta = market.rate() * price - market.carryRate() * held - decay;
    dividendRho = market.isForward() ? 0 : -years * held;
    rho = -years * price - dividendRho;
  }

  private static double deviation(Market market) {
    return market.volatility() * StrictMath.sqrt(market.years());
  }

  /** Multiplies all but the elasticity, say by what a price unit of a lot is worth in money. */
  public void scale(double factor) {
    price *= factor;
    delta *= factor;
    gamma *= factor;
    vega *= factor;
    theta *= factor;
    rho *= factor;
    dividendRho *= factor;
  }

  public double price() {
    return price;
  }

  public double delta() {
    return delta;
  }

  public double gamma() {
    return gamma;
  }

  public double vega() {
    return vega;
  }

  /** Theta for a year. */
  public double theta() {
    return theta;
  }

  /** Theta for a day. */
  public double thetaPerDay() {
    return theta / DAYS;
  }

  public double rho() {
    return rho;
  }

  public double dividendRho() {
    return dividendRho;
  }

  /** Elasticity; not a number where the price is 0. */
  public double elasticity() {
    return delta * underlying / price;
  }
}
