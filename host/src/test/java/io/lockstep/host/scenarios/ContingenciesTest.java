package io.lockstep.host.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is charged for things that drift apart though scenarios move them together. */
class ContingenciesTest {
  private static final long MARCH = 3;
  private static final long JUNE = 6;

  private final Contingencies contingencies =
      new Contingencies(new ContingencyRates(0.01, 0.05, 0.2), 4);

  @Test
  void aSingleFutureOrOptionAtTheMoneyIsChargedNothing() {
    assertEquals(0, contingencies.addOn());
    contingencies.add(Contingencies.NO_EXPIRY, 0, 1_000_000, 0);
    assertEquals(0, contingencies.addOn());
    contingencies.begin();
    contingencies.add(MARCH, 0, -500_000, -20_000);
    assertEquals(0, contingencies.addOn());
  }

  @Test
  void offsettingFuturesOfTwoExpiriesAreChargedTheirBasis() {
    contingencies.add(MARCH, 0, 1_000_000, 0);
    contingencies.add(JUNE, 0, -400_000, 0);
    contingencies.add(Contingencies.NO_EXPIRY, 0, -200_000, 0);

    assertEquals(6_000, contingencies.addOn());
  }

  @Test
  void offsettingVegaOfTwoExpiriesIsChargedTheCalendar() {
    contingencies.add(MARCH, 0, 0, 1_000);
    contingencies.add(JUNE, 0, 0, -3_001);

    assertEquals(50, contingencies.addOn());
  }

  @Test
  void aRiskReversalIsChargedTheTiltOfItsSmile() {
    contingencies.add(MARCH, 0.1, 0, 1_000);
    contingencies.add(MARCH, -0.1, 0, -1_000);

    assertEquals(40, contingencies.addOn());
  }

  @Test
  void twoSmilesDoNotTiltForEachOther() {
    contingencies.add(MARCH, 0.1, 0, 1_000);
    contingencies.add(JUNE, -0.1, 0, 1_000);

    assertEquals(40, contingencies.addOn());
  }

  @Test
  void isRoundedUpAndNeverMoreThanTheCardTakes() {
    contingencies.add(MARCH, 0.1, 0, 0.001);
    assertEquals(1, contingencies.addOn());
    contingencies.add(MARCH, 1, 0, 1e30);
    assertEquals(Contingencies.ADD_ON_MAX, contingencies.addOn());
  }

  @Test
  void moreExpiriesThanThereIsRoomForAreRefused() {
    for (long expiry = 0; expiry < 4; expiry++) {
      contingencies.add(expiry, 0, 1, 1);
    }
    contingencies.add(3, 0, 1, 1);
    assertThrows(IllegalStateException.class, () -> contingencies.add(4, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> contingencies.add(3, 0, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new ContingencyRates(-0.01, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new ContingencyRates(0, Double.NaN, 0));
  }

  @Property
  void bothSidesOfAPortfolioAreChargedAlikeAndAClosedOneNothing(@ForAll long seed) {
    Random random = new Random(seed);
    long[] expiries = random.longs(8, 0, 4).toArray();
    double[] moneyness = random.doubles(8, -1, 1).toArray();
    double[] deltas = random.ints(8, -1_000_000, 1_000_000).asDoubleStream().toArray();
    double[] vegas = random.ints(8, -1_000_000, 1_000_000).asDoubleStream().toArray();

    long once = charge(1, expiries, moneyness, deltas, vegas);
    assertTrue(once >= 0);
    assertEquals(once, charge(-1, expiries, moneyness, deltas, vegas));
    assertEquals(2 * once, charge(2, expiries, moneyness, deltas, vegas), 1);
    assertEquals(0, charge(0, expiries, moneyness, deltas, vegas));
  }

  private long charge(
      int times, long[] expiries, double[] moneyness, double[] deltas, double[] vegas) {
    contingencies.begin();
    for (int i = 0; i < expiries.length; i++) {
      contingencies.add(expiries[i], moneyness[i], times * deltas[i], times * vegas[i]);
    }
    return contingencies.addOn();
  }
}
