package io.lockstep.host.risk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.Market;
import io.lockstep.host.pricing.Valuation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a file is read: the example of the docs, which counts in 1/1600 dollar, and variants of it.
 */
class PortfolioTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("lockstep.root"), "docs/examples/margin-hedge.json");
  private static final int PERPETUAL = 0;
  private static final int CALL = 1;
  private static final int PUT = 2;
  private static final int ASSET = 3;

  @TempDir Path folder;

  @Test
  void anInstrumentIsWhatTheCardIsTold() {
    Portfolio portfolio = Portfolio.read(EXAMPLE);
    Instrument perpetual = portfolio.instruments().get(PERPETUAL);

    assertEquals(60_000 * 1600, portfolio.cash());
    assertEquals(8, perpetual.lot().multiplier());
    assertEquals(120_000, perpetual.mark());
    assertEquals(300, perpetual.closeBand());
    assertEquals(240, perpetual.lot().positionLimit());
    assertEquals(120_200, perpetual.maxPrice());
    assertEquals(240, portfolio.instruments().get(PUT).mark());
    assertEquals(50, portfolio.instruments().get(ASSET).position());
  }

  @Test
  void anOptionTakesItsVolatilityFromTheSmileAtItsStrike() {
    Portfolio portfolio = Portfolio.read(EXAMPLE);
    double moneyness = Math.log(50_000 / (60_000 * Math.exp(0.04 * 0.125)));

    assertEquals(
        0.55 + (0.68 - 0.55) * -moneyness / 0.3,
        portfolio.instruments().get(PUT).market().volatility(),
        1e-12);
  }

  @Test
  void withoutAMarkAnInstrumentHasItsPriceByTheModelToTheNearestTick() {
    Instrument call = Portfolio.read(EXAMPLE).instruments().get(CALL);
    double price = Valuation.price(call.contract(), call.market());

    assertEquals(Math.rint(price / 5), call.mark());
  }

  @Test
  void whatLiesBetweenTwoUnitsGoesAgainstTheAccount() throws IOException {
    assertEquals(60_000 * 1600, variant("\"cash\": 60000", "\"cash\": 60000.0006").cash());
    assertEquals(-1, variant("\"cash\": 60000", "\"cash\": -0.0001").cash());
    assertEquals(
        30 * 1600 + 1,
        charges("\"shortOptionMinimum\": 30", "\"shortOptionMinimum\": 30.0001", CALL)
            .shortOptionMinimum());
    assertEquals(
        (5 << 24) / 10_000 + 1,
        charges("\"taker\": 0.0005", "\"taker\": 0.0005", PERPETUAL).taker());
    assertEquals(
        -((5 << 24) / 10_000),
        charges("\"maker\": 0.0002", "\"maker\": -0.0005", PERPETUAL).maker());
  }

  @Test
  void theSizeAddOnHasUpToFourSteps() throws IOException {
    String two = "{ \"upTo\": 100, \"perLot\": 0 }, { \"perLot\": 2.5 }";
    Charges ofTwo = charges(two, two, PERPETUAL);
    Charges ofOne = charges(two, "{ \"perLot\": 1 }", PERPETUAL);
    Charges ofFour =
        charges(
            two,
            "{ \"upTo\": 1, \"perLot\": 1 }, { \"upTo\": 20, \"perLot\": 2 },"
                + "{ \"upTo\": 30, \"perLot\": 3 }, { \"perLot\": 4 }",
            PERPETUAL);

    assertArrayEquals(new int[] {100, 100, 100}, ofTwo.sizeBounds());
    assertArrayEquals(new long[] {0, 4000, 4000, 4000}, ofTwo.sizeSlopes());
    assertArrayEquals(new int[3], ofOne.sizeBounds());
    assertArrayEquals(new long[] {1600, 1600, 1600, 1600}, ofOne.sizeSlopes());
    assertArrayEquals(new int[] {1, 20, 30}, ofFour.sizeBounds());
    assertArrayEquals(new long[] {1600, 3200, 4800, 6400}, ofFour.sizeSlopes());
  }

  @Test
  void greeksAreOfTheWholePositionInUnitsOfTheCurrency() {
    Portfolio portfolio = Portfolio.read(EXAMPLE);
    Valuation unit = new Valuation();
    unit.value(
        Contract.call(60_000),
        new Market()
            .spot(60_000, 0.04, 0)
            .years(0.125)
            .volatility(portfolio.instruments().get(CALL).market().volatility()));

    Greeks call = Greeks.of(portfolio.instruments().get(CALL), portfolio.currency());
    Greeks all = Greeks.ofGroup(portfolio, 0);

    assertEquals(-150 * 0.01 * unit.delta(), call.delta(), 1e-12);
    assertEquals(-150 * 0.01 * unit.gamma(), call.gamma(), 1e-12);
    assertEquals(-150 * 0.01 * unit.vega(), call.vega(), 1e-8);
    assertEquals(-150 * 0.01 * unit.thetaPerDay(), call.thetaPerDay(), 1e-10);
    assertEquals(-150 * 0.01 * unit.rho(), call.rho(), 1e-8);
    assertEquals(1.2 + 0.5 + call.delta(), all.delta(), 1e-12);
    assertEquals(call.vega(), all.vega(), 1e-8);
  }

  @Test
  void moneyIsShownExactly() {
    Currency currency = Portfolio.read(EXAMPLE).currency();

    assertEquals(new BigDecimal("-0.000625"), currency.units(-1));
    assertEquals(new BigDecimal("2.50"), currency.units(4000));
    assertEquals(new BigDecimal("0.00"), currency.units(0));
  }

  private Charges charges(String text, String other, int instrument) throws IOException {
    return variant(text, other).instruments().get(instrument).terms();
  }

  private Portfolio variant(String text, String other) throws IOException {
    Path file = folder.resolve("variant.json");
    Files.writeString(file, Files.readString(EXAMPLE).replace(text, other));
    return Portfolio.read(file);
  }
}
