package io.lockstep.host.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The way back from price to volatility. */
class ImpliedVolatilityTest {
  private final ImpliedVolatility implied = new ImpliedVolatility();

  @Provide
  Arbitrary<Case> options() {
    return Case.any().filter(one -> one.type().isOption() && !one.type().isDigital());
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void givesTheVolatilityThatThePriceCameFrom(@ForAll("options") Case one) {
    Valuation valuation = one.valuation();
    double volatility = implied.of(one.contract(), one.market(), valuation.price());
    double digits = 1e-13 * (one.underlying() + one.strike()) / valuation.vega();
    assertEquals(one.volatility(), volatility, digits + 1e-12 * one.volatility());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void givesBackThePriceHoweverFarOutOfTheMoney(@ForAll("options") Case one) {
    Case far =
        new Case(
            one.type(),
            one.isForward(),
            one.underlying(),
            one.type().isCall() ? 20 : -20,
            one.rate(),
            one.dividendRate(),
            one.years(),
            one.volatility());
    double price = far.valuation().price();
    Assume.that(price > 0);
    double volatility = implied.of(far.contract(), far.market(), price);
    assertEquals(far.volatility(), volatility, 1e-7 * far.volatility());
  }

  @Test
  void isNotANumberForAPriceThatNoVolatilityGives() {
    Market market = new Market().forward(100, 0).years(1);

    assertTrue(Double.isNaN(implied.of(Contract.call(90), market, 9.99)), "below exercise");
    assertTrue(Double.isNaN(implied.of(Contract.call(90), market, 100)), "as the underlying");
    assertTrue(Double.isNaN(implied.of(Contract.put(90), market, 90)), "as the strike");
    assertTrue(Double.isNaN(implied.of(Contract.put(90), market, -1)));
    assertTrue(Double.isNaN(implied.of(Contract.put(90), market, Double.NaN)));
    assertTrue(Double.isNaN(implied.of(Contract.call(100), market.years(0), 1)), "no time");
  }

  @Test
  void isNothingForAnOptionWithoutTimeValue() {
    Market market = new Market().forward(100, 0).years(1);

    assertEquals(0, implied.of(Contract.call(90), market, 10));
    assertEquals(0, implied.of(Contract.call(110), market, 0));
  }

  @Test
  void isNotAskedOfWhatHasNoneOrTwo() {
    Market market = new Market().forward(100, 0).years(1);

    assertThrows(
        IllegalArgumentException.class,
        () -> implied.of(Contract.digitalCall(110, 1), market, 0.2));
    assertThrows(IllegalArgumentException.class, () -> implied.of(Contract.future(), market, 100));
  }
}
