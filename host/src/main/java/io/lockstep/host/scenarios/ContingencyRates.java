package io.lockstep.host.scenarios;

/**
 * How far things drift apart that scenarios move together.
 *
 * @param basis of two expiries' prices, relative: 0.01 is 1 %.
 * @param calendar of two expiries' volatilities: 0.05 is 5 points.
 * @param tilt of a smile: how much the volatility changes at a log-moneyness of 1, against that at
 *     0.
 */
public record ContingencyRates(double basis, double calendar, double tilt) {
  /**
   * Checks them all.
   *
   * @throws IllegalArgumentException if one is negative or not a number.
   */
  public ContingencyRates {
    if (!(basis >= 0 && calendar >= 0 && tilt >= 0 && basis + calendar + tilt < 1e6)) {
      throw new IllegalArgumentException(
          "contingencies: basis " + basis + ", calendar " + calendar + ", tilt " + tilt);
    }
  }
}
