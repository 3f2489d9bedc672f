package io.lockstep.host.pricing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** A contract and its market, as records of plain numbers that jqwik can draw and print. */
public record Case(
    ContractType type,
    boolean isForward,
    double underlying,
    double logStrike,
    double rate,
    double dividendRate,
    double years,
    double volatility) {
  private static final double PAYOUT = 10;

  /** Markets as they are met; moneyness in standard deviations, so that options differ. */
  public static Arbitrary<Case> any() {
    return Combinators.combine(
            Arbitraries.of(ContractType.values()),
            Arbitraries.of(true, false),
            doubles(1, 1_000),
            doubles(-3, 3),
            doubles(-0.05, 0.15),
            doubles(-0.05, 0.1),
            doubles(0.003, 3),
            doubles(0.05, 2))
        .as(Case::new);
  }

  private static Arbitrary<Double> doubles(double min, double max) {
    return Arbitraries.doubles()
        .between(min, max)
        .ofScale(12)
        .withDistribution(RandomDistribution.uniform());
  }

  /** The standard deviation of the underlying's logarithm at expiry. */
  double deviation() {
    return volatility * StrictMath.sqrt(years);
  }

  double strike() {
    return underlying * StrictMath.exp(logStrike * deviation());
  }

  Contract contract() {
    return contract(type);
  }

  Contract contract(ContractType other) {
    return new Contract(other, other.isOption() ? strike() : 0, other.isDigital() ? PAYOUT : 0);
  }

  Market market() {
    return market(underlying, rate, dividendRate, years, volatility);
  }

  /** The market with other numbers. */
  Market market(double price, double rate, double dividendRate, double years, double volatility) {
    Market market = new Market().years(years).volatility(volatility);
    return isForward ? market.forward(price, rate) : market.spot(price, rate, dividendRate);
  }

  Valuation valuation() {
    Valuation valuation = new Valuation();
    valuation.value(contract(), market());
    return valuation;
  }
}
