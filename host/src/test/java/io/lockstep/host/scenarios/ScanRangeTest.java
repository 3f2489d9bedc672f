package io.lockstep.host.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The scan range follows the realised volatility, by bounded steps, down to a long floor. */
class ScanRangeTest {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);
  private static final ScanRangeSettings SETTINGS =
      new ScanRangeSettings(HOUR, 16, 365, 0.6, 3, 1, 0.02, 0.5, 0.05, 0.01);

  private final ScanRange range = new ScanRange(SETTINGS);
  private long timeNs;
  private double price = 100;

  @Test
  void beginsWithTheVolatilityThatItIsGiven() {
    assertEquals(3 * 0.6 / StrictMath.sqrt(365), range.range(), 1e-12);
    assertEquals(0.6, range.volatility(), 1e-12);
  }

  @Test
  void comesToTheRealisedVolatilityWhateverItWasAtFirst() {
    double perHour = 1.2 / StrictMath.sqrt(365 * 24);
    for (int hour = 0; hour < 24 * 365; hour++) {
      move(hour % 2 == 0 ? perHour : -perHour);
    }
    assertEquals(1.2, range.volatility(), 1e-6);
    assertEquals(3 * 1.2 / StrictMath.sqrt(365), range.range(), 1e-6);
  }

  @Test
  void rulesOutNoJumpButRisesByBoundedSteps() {
    double before = range.range();
    move(0);
    move(-0.4);
    assertEquals(before * 1.05, range.range(), 1e-12);
    move(0);
    assertEquals(before * 1.05 * 1.05, range.range(), 1e-12);
  }

  @Test
  void fallsByBoundedStepsTooAfterALongPause() {
    ScanRangeSettings loose = new ScanRangeSettings(HOUR, 1, 2, 0.6, 3, 1, 0.001, 0.5, 0.05, 0.01);
    ScanRange after = new ScanRange(loose);
    double before = after.range();
    after.update(0, 100);
    after.update(24 * 30 * HOUR, 100);

    assertEquals(before * 0.99, after.range(), 1e-12);
  }

  @Test
  void fallsSlowlyAndNoFurtherThanTheLongRunMean() {
    double before = range.range();
    for (int hour = 0; hour < 24 * 60; hour++) {
      move(0);
    }
    double longRun = 0.6 * StrictMath.exp(-60 / 365.0 / 2);
    assertEquals(3 * longRun / StrictMath.sqrt(365), range.range(), 1e-3);
    assertTrue(range.volatility() < 0.1, "while the short one is nearly gone");
    assertTrue(range.range() > 0.9 * before);
  }

  @Test
  void staysBetweenItsBounds() {
    for (int hour = 0; hour < 24 * 365 * 12; hour++) {
      move(0);
    }
    assertEquals(0.02, range.range());
    for (int hour = 0; hour < 1_000; hour++) {
      move(hour % 2 == 0 ? 0.3 : -0.3);
    }
    assertEquals(0.5, range.range());
  }

  @Test
  void takesNoSampleBeforeItsTime() {
    move(0);
    double before = range.range();
    assertFalse(range.update(timeNs + HOUR - 1, 1_000));
    assertEquals(before, range.range());
    assertTrue(range.update(timeNs + HOUR, 1_000));
  }

  @Test
  void aPriceThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> range.update(0, 0));
    assertThrows(IllegalArgumentException.class, () -> range.update(0, Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ScanRangeSettings(HOUR, 16, 15, 0.6, 3, 1, 0.02, 0.5, 0.05, 0.01));
  }

  @Property(tries = 200)
  void noStepIsLargerThanItsBoundAndASnapshotGoesOnTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    ScanRange range = new ScanRange(SETTINGS);
    ScanRange restored = new ScanRange(SETTINGS);
    for (int i = 0; i < 300; i++) {
      double before = range.range();
      double change = random.nextGaussian() * (random.nextInt(50) == 0 ? 0.3 : 0.01);
      timeNs += (long) (random.nextDouble() * 3 * HOUR);
      price *= StrictMath.exp(change);
      range.update(timeNs, price);
      restored.update(timeNs, price);
      assertTrue(range.range() <= before * 1.05 + 1e-15);
      assertTrue(range.range() >= before * 0.99 - 1e-15);
      assertEquals(range.range(), restored.range());
      if (random.nextInt(10) == 0) {
        long[] state = new long[ScanRange.STATE_LONGS + 2];
        range.save(state, 1);
        restored = new ScanRange(SETTINGS);
        restored.load(state, 1);
      }
    }
  }

  private void move(double logReturn) {
    timeNs += HOUR;
    price *= StrictMath.exp(logReturn);
    range.update(timeNs, price);
  }
}
