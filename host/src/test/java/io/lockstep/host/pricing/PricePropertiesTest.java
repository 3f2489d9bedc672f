package io.lockstep.host.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** What must hold between prices, whatever the market, and what the formula is the integral of. */
class PricePropertiesTest {
  private static final double NO_ARBITRAGE = 1e-9;

  @Provide
  Arbitrary<Case> cases() {
    return Case.any();
  }

  @Provide
  Arbitrary<Case> options() {
    return Case.any().filter(one -> one.type().isOption());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aCallLessAPutIsWorthTheForwardLessTheStrike(@ForAll("options") Case one) {
    Market market = one.market();
    double difference =
        price(one, ContractType.CALL, market) - price(one, ContractType.PUT, market);
    double forward = one.underlying() * market.carry();
    double expected = market.discount() * (forward - one.strike());
    assertEquals(expected, difference, 1e-14 * (forward + one.strike()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aDigitalCallAndPutTogetherAreWorthTheDiscountedPayout(@ForAll("options") Case one) {
    Market market = one.market();
    double both =
        price(one, ContractType.DIGITAL_CALL, market)
            + price(one, ContractType.DIGITAL_PUT, market);
    double payout = one.contract(ContractType.DIGITAL_CALL).payout();
    assertEquals(market.discount() * payout, both, NO_ARBITRAGE);
  }

  /** The spread of strikes h apart on each side, taken to h = 0 by Richardson's extrapolation. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void aDigitalIsTheLimitOfASpreadOfCallsOrPuts(@ForAll("options") Case one) {
    Assume.that(one.deviation() > 0.02);
    double h = 0.02 * one.strike() * StrictMath.min(1, one.deviation());
    boolean call = one.type().isCall();
    double wide = spread(one, call, h);
    double middle = spread(one, call, h / 2);
    double narrow = spread(one, call, h / 4);
    double first = middle + (middle - wide) / 3;
    double second = narrow + (narrow - middle) / 3;
    double limit = second + (second - first) / 15;
    ContractType digital = call ? ContractType.DIGITAL_CALL : ContractType.DIGITAL_PUT;
    double payout = one.contract(digital).payout();
    assertEquals(limit, price(one, digital, one.market()) / payout, NO_ARBITRAGE);
  }

  private static double spread(Case one, boolean call, double h) {
    Market market = one.market();
    double low = Valuation.price(vanilla(call, one.strike() - h), market);
    double high = Valuation.price(vanilla(call, one.strike() + h), market);
    return (call ? low - high : high - low) / (2 * h);
  }

  private static Contract vanilla(boolean call, double strike) {
    return call ? Contract.call(strike) : Contract.put(strike);
  }

  /** Simpson's rule over the density, on the side of the strike that pays. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anOptionIsWorthTheMeanOfWhatItPays(@ForAll("options") Case one) {
    Market market = one.market();
    double forward = one.underlying() * market.carry();
    double s = one.deviation();
    double kink = (StrictMath.log(one.strike() / forward) + s * s / 2) / s;
    double from = one.type().isCall() ? kink : StrictMath.min(kink, 0) - 12;
    double to = one.type().isCall() ? StrictMath.max(kink, s) + 12 : kink;
    int steps = 4_000;
    double width = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double z = from + i * width;
      double end = forward * StrictMath.exp(s * z - s * s / 2);
      double pays =
          one.type().isDigital()
              ? one.contract().payout()
              : StrictMath.max(0, one.type().isCall() ? end - one.strike() : one.strike() - end);
      double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * pays * StrictMath.exp(-z * z / 2);
    }
    double mean = sum * width / 3 / StrictMath.sqrt(2 * StrictMath.PI);
    double price = Valuation.price(one.contract(), market);
    assertEquals(market.discount() * mean, price, 1e-10 * (forward + one.strike()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aPriceStaysBetweenItsBounds(@ForAll("options") Case one) {
    Market market = one.market();
    double forward = one.underlying() * market.carry();
    double price = Valuation.price(one.contract(), market) / market.discount();
    boolean call = one.type().isCall();
    double inTheMoney = call ? forward - one.strike() : one.strike() - forward;
    double least = one.type().isDigital() ? 0 : StrictMath.max(0, inTheMoney);
    double most = one.type().isDigital() ? one.contract().payout() : call ? forward : one.strike();
    assertTrue(price >= least - 1e-13 * most, price + " below " + least);
    assertTrue(price <= most + 1e-13 * most, price + " above " + most);
  }

  /** Where the two terms of the formula differ by less than they are rounded. */
  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void aPriceIsNeverNegativeHoweverLittleMayHappen(
      @ForAll("options") Case one,
      @ForAll @Scale(15) @DoubleRange(min = 1e-15, max = 1e-13) double volatility) {
    double strike = one.underlying() * StrictMath.exp(one.logStrike() * volatility);
    Market calm = new Market().forward(one.underlying(), 0).years(1).volatility(volatility);
    assertTrue(Valuation.price(Contract.call(strike), calm) >= 0);
    assertTrue(Valuation.price(Contract.put(strike), calm) >= 0);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aCallRisesWithTheUnderlyingAndAPutFalls(
      @ForAll("options") Case one, @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.5) double by) {
    double up = one.underlying() * (1 + by);
    Market higher = one.market(up, one.rate(), one.dividendRate(), one.years(), one.volatility());
    double change =
        Valuation.price(one.contract(), higher) - Valuation.price(one.contract(), one.market());
    double rounding = 1e-14 * (up + one.strike());
    assertTrue(one.type().isCall() ? change >= -rounding : change <= rounding);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void callsAndPutsRiseWithTheVolatility(
      @ForAll("options") Case one, @ForAll @Scale(9) @DoubleRange(min = 0, max = 1) double by) {
    Assume.that(!one.type().isDigital());
    double up = one.volatility() * (1 + by);
    Market wilder = one.market(one.underlying(), one.rate(), one.dividendRate(), one.years(), up);
    double change =
        Valuation.price(one.contract(), wilder) - Valuation.price(one.contract(), one.market());
    assertTrue(change >= -1e-14 * (one.underlying() + one.strike()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void spotAndForwardOfTheSameCarryGiveTheSamePrice(@ForAll("cases") Case one) {
    Market spot =
        new Market()
            .spot(one.underlying(), one.rate(), one.dividendRate())
            .years(one.years())
            .volatility(one.volatility());
    Market forward =
        new Market()
            .forward(one.underlying() * spot.carry(), one.rate())
            .years(one.years())
            .volatility(one.volatility());
    Assume.that(one.type().isDated());
    double price = Valuation.price(one.contract(), spot);
    assertEquals(price, Valuation.price(one.contract(), forward), 1e-13 * one.underlying());
  }

  private static double price(Case one, ContractType type, Market market) {
    return Valuation.price(one.contract(type), market);
  }
}
