package io.lockstep.host.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Prices, Greeks and implied volatilities are the same on every machine, to the last bit. */
class SameBitsTest {
  private static final long BITS = -8_989_370_536_912_230_627L;
  private static final double[] STRIKES = {20, 70, 95, 100, 100.001, 110, 400};
  private static final double[] YEARS = {0, 1e-4, 0.1, 1, 7.3};
  private static final double[] VOLATILITIES = {0, 0.01, 0.3, 0.9, 4};

  private final Valuation valuation = new Valuation();
  private final Market market = new Market();
  private long bits;

  @Test
  void theBitsOfAThousandValuationsAreThoseOfTheFirstMachine() {
    for (ContractType type : ContractType.values()) {
      for (double strike : STRIKES) {
        for (double years : YEARS) {
          for (double volatility : VOLATILITIES) {
            market.years(years).volatility(volatility);
            add(type, strike, market.spot(100, 0.05, 0.02));
            add(type, strike, market.forward(100, 0.05));
          }
        }
      }
    }
    assertEquals(BITS, bits);
  }

  private void add(ContractType type, double strike, Market market) {
    Contract contract =
        new Contract(type, type.isOption() ? strike : 0, type.isDigital() ? strike : 0);
    valuation.value(contract, market);
    add(valuation.price());
    add(valuation.delta());
    add(valuation.gamma());
    add(valuation.vega());
    add(valuation.theta());
    add(valuation.rho());
    add(valuation.dividendRho());
    if (type == ContractType.CALL || type == ContractType.PUT) {
      add(new ImpliedVolatility().of(contract, market, valuation.price()));
    }
  }

  private void add(double value) {
    bits = bits * 31 + Double.doubleToLongBits(value);
  }
}
