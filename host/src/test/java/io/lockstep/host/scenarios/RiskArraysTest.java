package io.lockstep.host.scenarios;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.Market;
import io.lockstep.host.pricing.Valuation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a lot gains in a scenario, in money, by hand. */
class RiskArraysTest {
  private static final int NEVER_SET = 12_345;

  private final Market market = new Market();
  private final Stress stress = new Stress();
  private final int[] lanes = new int[ScenarioSet.LANES_MAX];

  @Test
  void aFuturesArrayIsLinear() {
    RiskArrays arrays = new RiskArrays(ScenarioSet.named("tims10"));
    market.forward(200, 0.1).years(1);

    int fits =
        arrays.contract(
            Contract.future(), market, stress.scanRange(0.1), new Lot(0.5, 3, 1_000), 401, lanes);

    assertEquals(RiskArrays.FITS, fits);
    // A range is 20, that is 40 ticks of 3.
    int[] linear = {-120, -96, -72, -48, -24, 24, 48, 72, 96, 120};
    assertArrayEquals(linear, Arrays.copyOf(lanes, 10));
  }

  @Test
  void aFutureOnASpotPriceGainsTheCarryTooAndAPerpetualDoesNot() {
    RiskArrays arrays = new RiskArrays(ScenarioSet.named("tims10"));
    market.spot(200, 0.1, 0).years(2);
    stress.scanRange(0.1);
    Lot lot = new Lot(1, 10_000, 1_000);

    arrays.contract(Contract.future(), market, stress, lot, 240, lanes);
    assertEquals(StrictMath.rint(200_000 * StrictMath.exp(0.2)), lanes[9]);
    arrays.contract(Contract.perpetual(), market, stress, lot, 200, lanes);
    assertEquals(200_000, lanes[9]);
  }

  @Test
  void aSpreadMovesByTheLevelThatItIsGiven() throws IOException {
    RiskArrays arrays = new RiskArrays(set("scenario,,10,0,1\nscenario,,-10,0,1\n"));
    Lot lot = new Lot(1, 1, 1_000);

    arrays.contract(
        Contract.future(), market.forward(-30, 0), stress.level(60_000), lot, -30, lanes);
    assertArrayEquals(new int[] {6_000, -6_000}, Arrays.copyOf(lanes, 2));
    arrays.contract(Contract.future(), market, stress.ownLevel(), lot, -30, lanes);
    assertArrayEquals(new int[] {3, -3}, Arrays.copyOf(lanes, 2));
  }

  @Test
  void anOptionIsPricedAnewAtSpotAndVolatilityOfTheScenario() throws IOException {
    RiskArrays arrays = new RiskArrays(set("tenor,,,,,30,1,0.5,0\nscenario,,-10,40,1/2\n"));
    Contract put = Contract.put(95);
    double years = 7.5 / 365;
    market.spot(100, 0.05, 0.01).years(years).volatility(0.5);
    int mark = (int) StrictMath.rint(Valuation.price(put, market) / 0.01);

    arrays.contract(put, market, stress, new Lot(0.01, 1_000, 100), mark, lanes);

    // Forty percent at thirty days is eighty at a quarter of them.
    market.spot(90, 0.05, 0.01).years(years).volatility(0.9);
    double gained = Valuation.price(put, market) / 0.01 - mark;
    assertEquals(StrictMath.rint(gained * 500), lanes[0], 1);
    assertTrue(lanes[0] > 100_000);
  }

  @Test
  void aWidenedSmileMovesVolatilityFurther() throws IOException {
    RiskArrays arrays = new RiskArrays(set("scenario,,0,40,1\n"));
    Lot lot = new Lot(0.01, 1, 100);
    Contract call = Contract.call(100);

    arrays.contract(
        call, market.forward(100, 0).years(1).volatility(0.5), stress.widening(0.5), lot, 0, lanes);

    double price = Valuation.price(call, market.volatility(0.5 * 1.6));
    assertEquals(StrictMath.rint(price / 0.01), lanes[0], 1);
  }

  @Test
  void aMarkThatIsNotThePriceShowsInEachLane() throws IOException {
    RiskArrays arrays = new RiskArrays(set("scenario,,0,0,1\n"));
    market.forward(110, 0).years(0).volatility(0.5);

    arrays.contract(Contract.call(100), market, stress, new Lot(0.1, 7, 100), 103, lanes);

    assertEquals(-21, lanes[0]);
  }

  @Test
  void nothingFallsBelowZero() throws IOException {
    RiskArrays arrays = new RiskArrays(set("scenario,-2,,0,1\n"));
    Lot lot = new Lot(1, 1, 100);
    market.forward(100, 0).years(1).volatility(0.5);
    stress.scanRange(0.8);

    arrays.contract(Contract.future(), market, stress, lot, 100, lanes);
    assertEquals(-100, lanes[0]);
    arrays.contract(Contract.put(90), market, stress, lot, 15, lanes);
    assertEquals(90 - 15, lanes[0]);
    arrays.contract(Contract.call(90), market, stress, lot, 25, lanes);
    assertEquals(-25, lanes[0]);
  }

  @Test
  void lanesWithoutScenarioAreNothing() {
    Arrays.fill(lanes, NEVER_SET);
    new RiskArrays(ScenarioSet.named("span16"))
        .contract(Contract.future(), market.forward(9, 0), stress, new Lot(1, 1, 1), 9, lanes);

    assertArrayEquals(new int[32], lanes);
  }

  @Test
  void halvesAreRoundedToTheEvenSide() throws IOException {
    RiskArrays arrays =
        new RiskArrays(
            set("scenario,,1,0,1\nscenario,,3,0,1\nscenario,,-1,0,1\nscenario,,-3,0,1\n"));
    arrays.contract(Contract.future(), market.forward(50, 0), stress, new Lot(1, 1, 1), 50, lanes);

    assertArrayEquals(new int[] {0, 2, 0, -2}, Arrays.copyOf(lanes, 4));
  }

  @Test
  void aLaneThatTheCardWouldNotTakeIsRefusedByName() {
    RiskArrays arrays = new RiskArrays(ScenarioSet.named("span16"));
    Contract future = Contract.future();
    market.forward(1, 0);
    stress.scanRange(0.3);

    assertEquals(
        RiskArrays.FITS,
        arrays.contract(future, market, stress, new Lot(1, 447_392_400, 1), 1, lanes));
    assertEquals(134_217_720, lanes[10]);
    int refused = arrays.contract(future, market, stress, new Lot(1, 447_392_500, 1), 1, lanes);
    assertEquals(10, refused);
    assertEquals(
        "instrument 7, scenario 10 of span16 (spot 1 ranges, volatility 25 %, fraction 1):"
            + " a lot gains 134217750, beyond what a lane holds, 134217727",
        arrays.refusal(7, refused));
    assertEquals(
        2, arrays.contract(future, market, stress, new Lot(1, 447_392_400, 1 << 24), 1, lanes));
    assertTrue(arrays.refusal(7, 2).endsWith(" 33554431"), arrays.refusal(7, 2));
  }

  @Test
  void theLargestLaneFitsAndOneMoreDoesNot() throws IOException {
    RiskArrays arrays = new RiskArrays(set("scenario,,100,0,1\nscenario,,-100,0,1\n"));
    Contract future = Contract.future();
    market.forward(1, 0);

    assertEquals(
        RiskArrays.FITS,
        arrays.contract(future, market, stress, new Lot(1, (1 << 27) - 1, 1), 1, lanes));
    assertArrayEquals(new int[] {(1 << 27) - 1, 1 - (1 << 27)}, Arrays.copyOf(lanes, 2));
    assertEquals(0, arrays.contract(future, market, stress, new Lot(1, 1 << 27, 1), 1, lanes));
  }

  @Test
  void anOptionOnALevelOfAnotherFallsToNothingAtMost() throws IOException {
    RiskArrays arrays = new RiskArrays(set("scenario,,-80,0,1\n"));
    market.forward(100, 0).years(1).volatility(0.5);

    int fits =
        arrays.contract(Contract.put(90), market, stress.level(200), new Lot(1, 1, 1), 15, lanes);

    assertEquals(RiskArrays.FITS, fits);
    assertEquals(75, lanes[0]);
  }

  @Test
  void collateralLosesTheHaircutWhereItsPriceFalls() throws IOException {
    RiskArrays arrays =
        new RiskArrays(
            set(
                "scenario,,0,25,1\nscenario,,10,0,1\nscenario,,-10,0,1\n"
                    + "scenario,,-100,0,1\nscenario,,-50,0,1/2\n"));

    int fits = arrays.collateral(0.2, stress, new Lot(1, 10, 1_000), 1_000, lanes);

    assertEquals(RiskArrays.FITS, fits);
    // 10,000 a lot: −10 % leaves 9,000, of which the haircut takes a fifth.
    assertArrayEquals(new int[] {0, 1_000, -2_800, -10_000, -3_000}, Arrays.copyOf(lanes, 5));
    assertThrows(
        IllegalArgumentException.class,
        () -> arrays.collateral(1.1, stress, new Lot(1, 1, 1), 1, lanes));
    assertThrows(
        IllegalArgumentException.class,
        () -> arrays.collateral(0.1, stress, new Lot(1, 1, 1), -1, lanes));
  }

  @Test
  void aWrongLotIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Lot(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Lot(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Lot(1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> stress.scanRange(-1));
    assertThrows(IllegalArgumentException.class, () -> stress.widening(Double.NaN));
  }

  @Test
  void anArrayAllocatesNothing() {
    RiskArrays arrays = new RiskArrays(ScenarioSet.named("grid31"));
    Contract call = Contract.call(100);
    Contract digital = Contract.digitalPut(110, 1);
    Lot lot = new Lot(0.01, 1, 100);
    market.forward(100, 0.01).years(0.2).volatility(0.5);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1_000; i++) {
        arrays.contract(call, market, stress, lot, 900, lanes);
        arrays.contract(digital, market, stress, lot, 50, lanes);
      }
      least = StrictMath.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, "bytes for 2,000 arrays");
  }

  private static ScenarioSet set(String lines) throws IOException {
    return ScenarioSet.read(
        "test", new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII)));
  }
}
