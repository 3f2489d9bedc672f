package io.lockstep.host.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Each Greek is the slope of what it is the derivative of, by central differences. */
class GreeksPropertiesTest {
  private static final int TRIES = 3_000;

  /** Of the Greek itself, or of the payout or underlying that it is a part of. */
  private static final double TOLERANCE = 2e-6;

  @Provide
  Arbitrary<Case> cases() {
    return Case.any();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void deltaIsTheSlopeByTheUnderlying(@ForAll("cases") Case one) {
    double slope = slope(price -> price(one, price, 0, 0, 0, 0), one.underlying(), narrow(one));
    assertClose(slope, one.valuation().delta(), worth(one) / width(one));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void gammaIsTheSlopeOfDelta(@ForAll("cases") Case one) {
    DoubleUnaryOperator delta =
        price -> {
          Valuation valuation = new Valuation();
          valuation.value(
              one.contract(),
              one.market(price, one.rate(), one.dividendRate(), one.years(), one.volatility()));
          return valuation.delta();
        };
    double slope = slope(delta, one.underlying(), narrow(one));
    assertClose(slope, one.valuation().gamma(), worth(one) / (width(one) * width(one)));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void vegaIsTheSlopeByTheVolatility(@ForAll("cases") Case one) {
    double slope =
        slope(up -> price(one, one.underlying(), 0, 0, 0, up), 0, 1e-5 * one.volatility());
    assertClose(slope, one.valuation().vega(), worth(one) / one.volatility());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void thetaIsTheSlopeByTheTimeThatPasses(@ForAll("cases") Case one) {
    double slope =
        slope(past -> price(one, one.underlying(), 0, 0, -past, 0), 0, 1e-5 * one.years());
    assertClose(slope, one.valuation().theta(), worth(one) / one.years());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void rhoIsTheSlopeByTheRate(@ForAll("cases") Case one) {
    double step = 1e-5 * one.deviation() / one.years();
    double slope = slope(up -> price(one, one.underlying(), up, 0, 0, 0), 0, step);
    assertClose(slope, one.valuation().rho(), worth(one) * one.years() / one.deviation());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void dividendRhoIsTheSlopeByTheDividendRate(@ForAll("cases") Case one) {
    double step = 1e-5 * one.deviation() / one.years();
    double slope = slope(up -> price(one, one.underlying(), 0, up, 0, 0), 0, step);
    assertClose(slope, one.valuation().dividendRho(), worth(one) * one.years() / one.deviation());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void elasticityIsDeltaInPercentOfThePrice(@ForAll("cases") Case one) {
    Valuation valuation = one.valuation();
    double elasticity = valuation.delta() * one.underlying() / valuation.price();
    assertEquals(elasticity, valuation.elasticity());
    valuation.scale(7);
    assertEquals(elasticity, valuation.elasticity(), 1e-12 * StrictMath.abs(elasticity));
  }

  private static double price(
      Case one, double underlying, double rate, double dividend, double years, double volatility) {
    Market market =
        one.market(
            underlying,
            one.rate() + rate,
            one.dividendRate() + dividend,
            one.years() + years,
            one.volatility() + volatility);
    return Valuation.price(one.contract(), market);
  }

  private static double slope(DoubleUnaryOperator function, double at, double step) {
    return (function.applyAsDouble(at + step) - function.applyAsDouble(at - step)) / (2 * step);
  }

  /** What a price moves in: the underlying's price, or a digital's payout. */
  private static double worth(Case one) {
    return one.type().isDigital() ? one.contract().payout() : one.underlying();
  }

  /** One standard deviation of the underlying. */
  private static double width(Case one) {
    return one.underlying() * StrictMath.min(1, one.deviation());
  }

  private static double narrow(Case one) {
    return 1e-5 * width(one);
  }

  private static void assertClose(double expected, double actual, double scale) {
    assertEquals(expected, actual, TOLERANCE * StrictMath.max(scale, StrictMath.abs(actual)));
  }
}
