package io.lockstep.host.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Units, signs, and the edges: no time, no volatility, far in and out of the money. */
class ValuationTest {
  private final Valuation valuation = new Valuation();
  private final Market market = new Market();

  @Test
  void aPerpetualIsWorthItsUnderlyingAndHasNoGreekButDelta() {
    valuation.value(Contract.perpetual(), market.spot(50_000, 0.05, 0.01).years(1).volatility(0.8));

    assertGreeks(50_000, 1, 0, 0, 0, 0, 0);
    assertEquals(1, valuation.elasticity());
  }

  @Test
  void aFutureOnASpotPriceEarnsTheCarry() {
    valuation.value(Contract.future(), market.spot(100, 0.05, 0.01).years(0.5));

    double forward = 100 * StrictMath.exp(0.02);
    assertGreeks(forward, forward / 100, 0, 0, -0.04 * forward, 0.5 * forward, -0.5 * forward);
  }

  @Test
  void aFutureOnItsOwnForwardIsWorthIt() {
    valuation.value(Contract.future(), market.forward(-20, 0.05).years(0.5));

    assertGreeks(-20, 1, 0, 0, 0, 0, 0);
  }

  @Test
  void anOptionIsExercisedWhenNoTimeIsLeft() {
    market.spot(110, 0.05, 0).years(0).volatility(0.5);

    assertOption(Contract.call(100), 10, 1);
    assertOption(Contract.put(100), 0, 0);
    assertOption(Contract.call(120), 0, 0);
    assertOption(Contract.put(120), 10, -1);
    assertOption(Contract.digitalCall(100, 7), 7, 0);
    assertOption(Contract.digitalPut(100, 7), 0, 0);
    assertEquals(0, valuation.rho());
    assertEquals(0, valuation.theta(), 1e-12);
  }

  @Test
  void withoutVolatilityTheForwardIsCertain() {
    market.spot(100, 0.1, 0).years(1).volatility(0);
    double discount = StrictMath.exp(-0.1);

    assertOption(Contract.call(105), 100 - 105 * discount, 1);
    assertEquals(-0.1 * 105 * discount, valuation.theta(), 1e-12);
    assertEquals(105 * discount, valuation.rho(), 1e-12);
    assertOption(Contract.put(105), 0, 0);
    assertOption(Contract.digitalCall(105, 7), 7 * discount, 0);
  }

  @Test
  void atTheStrikeItselfTheLimitIsHalf() {
    market.forward(100, 0).years(0).volatility(0.5);

    assertOption(Contract.call(100), 0, 0.5);
    assertOption(Contract.put(100), 0, -0.5);
    assertOption(Contract.digitalCall(100, 7), 3.5, 0);
    assertOption(Contract.digitalPut(100, 7), 3.5, 0);
    assertEquals(0, valuation.theta());
  }

  @Test
  void anUnderlyingThatIsWorthNothingMakesCallsWorthNothing() {
    market.forward(0, 0).years(1).volatility(0.5);

    assertOption(Contract.call(100), 0, 0);
    assertOption(Contract.put(100), 100, -1);
    assertOption(Contract.digitalCall(100, 7), 0, 0);
    assertOption(Contract.digitalPut(100, 7), 7, 0);
    assertTrue(Double.isNaN(elasticityOf(Contract.call(100))));
  }

  @Test
  void farInTheMoneyAnOptionIsItsExerciseAndFarOutNothing() {
    market.forward(1e6, 0).years(0.01).volatility(0.1);

    assertOption(Contract.call(1e-3), 1e6 - 1e-3, 1);
    assertOption(Contract.put(1e-3), 0, 0);
    market.forward(1e-3, 0);
    assertOption(Contract.call(1e6), 0, 0);
    assertOption(Contract.put(1e6), 1e6 - 1e-3, -1);
    assertOption(Contract.digitalPut(1e6, 7), 7, 0);
  }

  @Test
  void anyGreekIsFiniteWhateverTheMarket() {
    double[] edges = {0, Double.MIN_VALUE, 1e-200, 1e-12, 1, 1e6, 1e150};
    for (ContractType type : ContractType.values()) {
      Contract contract = new Contract(type, type.isOption() ? 100 : 0, type.isDigital() ? 1 : 0);
      for (double price : new double[] {0, 1e-9, 1, 99.999999999, 100, 1e6}) {
        for (double years : new double[] {0, 1e-300, 1e-9, 1, 100}) {
          for (double volatility : edges) {
            valuation.value(
                contract, market.spot(price, 0.05, 0.02).years(years).volatility(volatility));
            String where = type + " " + price + " " + years + " " + volatility;
            assertTrue(Double.isFinite(valuation.price()), where);
            assertTrue(Double.isFinite(valuation.delta()), where);
            assertTrue(Double.isFinite(valuation.gamma()), where);
            assertTrue(Double.isFinite(valuation.vega()), where);
            assertTrue(Double.isFinite(valuation.theta()), where);
            assertTrue(Double.isFinite(valuation.rho()), where);
            assertTrue(Double.isFinite(valuation.dividendRho()), where);
          }
        }
      }
    }
  }

  @Test
  void vegaAndRhoAreForOneAndThetaForAYear() {
    valuation.value(Contract.call(100), market.spot(100, 0.05, 0.02).years(1).volatility(0.3));
    double vega = valuation.vega();
    double rho = valuation.rho();
    double theta = valuation.theta();
    double price = valuation.price();

    assertEquals(theta / 365, valuation.thetaPerDay());
    assertEquals(price + 0.01 * vega, priceAt(0.05, 1, 0.31), 2e-3);
    assertEquals(price + 0.001 * rho, priceAt(0.051, 1, 0.3), 2e-4);
    assertEquals(price + theta / 365, priceAt(0.05, 364 / 365.0, 0.3), 2e-4);
  }

  @Test
  void refusesWhatIsNoMarketAndNoContract() {
    assertThrows(IllegalArgumentException.class, () -> market.spot(Double.NaN, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> market.forward(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> market.years(-1));
    assertThrows(IllegalArgumentException.class, () -> market.volatility(-0.1));
    assertThrows(IllegalArgumentException.class, () -> Contract.call(0));
    assertThrows(IllegalArgumentException.class, () -> Contract.call(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Contract.digitalPut(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Contract(ContractType.FUTURE, 1, 0));
  }

  private double priceAt(double rate, double years, double volatility) {
    market.spot(100, rate, 0.02).years(years).volatility(volatility);
    return Valuation.price(Contract.call(100), market);
  }

  private double elasticityOf(Contract contract) {
    valuation.value(contract, market);
    return valuation.elasticity();
  }

  private void assertOption(Contract contract, double price, double delta) {
    valuation.value(contract, market);
    assertEquals(price, valuation.price(), 1e-9);
    assertEquals(price, Valuation.price(contract, market), 1e-9);
    assertEquals(delta, valuation.delta(), 1e-12);
    assertEquals(0, valuation.gamma(), 1e-12);
    assertEquals(0, valuation.vega(), 1e-12);
  }

  private void assertGreeks(
      double price,
      double delta,
      double gamma,
      double vega,
      double theta,
      double rho,
      double dividendRho) {
    assertEquals(price, valuation.price(), 1e-12);
    assertEquals(delta, valuation.delta(), 1e-12);
    assertEquals(gamma, valuation.gamma(), 1e-12);
    assertEquals(vega, valuation.vega(), 1e-12);
    assertEquals(theta, valuation.theta(), 1e-12);
    assertEquals(rho, valuation.rho(), 1e-12);
    assertEquals(dividendRho, valuation.dividendRho(), 1e-12);
  }
}
