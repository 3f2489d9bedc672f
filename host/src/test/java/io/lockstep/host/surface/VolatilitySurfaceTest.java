package io.lockstep.host.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expiries of an underlying. */
class VolatilitySurfaceTest {
  private static final SmileSettings SETTINGS =
      new SmileSettings(List.of(0.0), 0.05, 5, 0.1, 1, 10, 5, 0.2, 0.5, 0.15);

  private final VolatilitySurface surface = new VolatilitySurface(SETTINGS, 3);

  @Test
  void eachExpiryHasASmileOfItsOwnInTheOrderOfTime() {
    open(30, 0.3);
    open(10, 0.1);
    open(20, 0.2);

    assertEquals(3, surface.size());
    assertEquals(List.of(10L, 20L, 30L), expiries());
    assertEquals(0.1, surface.smile(10).volatility(0));
    assertEquals(0.3, surface.smile(30).volatility(0));
    assertNull(surface.smile(15));
    assertTrue(surface.open(20), "it is open already");
    assertFalse(surface.open(40), "no room");
  }

  @Test
  void aClosedExpiryLeavesNothingToTheNext() {
    open(10, 0.1);
    open(20, 0.2);
    surface.close(10);
    surface.close(11);

    assertEquals(List.of(20L), expiries());
    assertEquals(0.2, surface.smile(20).volatility(0));
    assertTrue(surface.open(10));
    assertEquals(SmileStatus.EMPTY, surface.smile(10).status(0));
  }

  @Test
  void timeGoesOnForAllOfThem() {
    open(10, 0.1);
    open(20, 0.2);
    assertFalse(surface.advance(10));
    assertTrue(surface.advance(100));
    assertEquals(0.5, surface.smile(10).widening());
    assertEquals(0.5, surface.smile(20).widening());
  }

  @Test
  void aSnapshotBringsAllOfThemBack() {
    open(20, 0.2);
    open(10, 0.1);
    surface.advance(20);
    long[] state = new long[surface.stateLongs() + 1];
    surface.save(state, 1);
    VolatilitySurface restored = new VolatilitySurface(SETTINGS, 3);
    restored.open(99);
    restored.load(state, 1);

    assertEquals(2, restored.size());
    assertEquals(0.1, restored.smile(10).volatility(0));
    assertEquals(0.2, restored.smile(20).volatility(0));
    assertEquals(surface.smile(10).widening(), restored.smile(10).widening());
    assertTrue(restored.smile(10).widening() > 0);
    assertSame(restored.smile(10), restored.smile(10));
  }

  @Test
  void wrongSettingsAreRefusedByName() {
    assertRefused("logMoneyness", List.of(0.1, 0.1), 0.05, 0.1);
    assertRefused("logMoneyness", List.of(), 0.05, 0.1);
    assertRefused("volatilityMin", List.of(0.1), 0, 0.1);
    assertRefused("stepMax", List.of(0.1), 0.05, Double.NaN);
  }

  private static void assertRefused(
      String name, List<Double> points, double volatilityMin, double stepMax) {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new SmileSettings(points, volatilityMin, 5, stepMax, 1, 10, 5, 0.2, 0.5, 0.15))
            .getMessage();
    assertEquals("smile: " + name + " is wrong", said);
  }

  private void open(long expiryNs, double volatility) {
    assertTrue(surface.open(expiryNs));
    surface.smile(expiryNs).report(0, new double[] {volatility});
  }

  private List<Long> expiries() {
    return IntStream.range(0, surface.size()).mapToObj(surface::expiryNs).toList();
  }
}
