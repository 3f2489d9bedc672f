package io.lockstep.bench.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What margin takes is fixed: cycles are exact, so they are compared exactly. */
class GateMeasurementTest {
  /** Those fit the card that the fuzz builds too. */
  private static final int FEW_ACCOUNTS = 100;

  private static GateMeasurement measured;

  @BeforeAll
  static void measure() {
    measured = GateMeasurement.on(new MarginCards(FEW_ACCOUNTS, true));
  }

  @Test
  void theGateTakes17CyclesWhateverTheAccountsPositionsAndOpenOrders() {
    Set<Long> cycles = new TreeSet<>();
    for (String row : measured.gate().rowNames()) {
      Histogram histogram = measured.gate().row(row);
      assertTrue(histogram.getTotalCount() > 0, row);
      cycles.add(histogram.getMinValue());
      cycles.add(histogram.getMaxValue());
    }

    assertEquals(Set.of(17L), cycles);
  }

  @Test
  void anOrderStartsAfterTheSameCyclesWhateverItsAccountHas() {
    Set<Long> cycles = new TreeSet<>();
    for (String row : measured.gateToStart().rowNames()) {
      cycles.add(measured.gateToStart().row(row).getMinValue());
      cycles.add(measured.gateToStart().row(row).getMaxValue());
    }

    assertEquals(1, cycles.size(), () -> "cycles until it starts: " + cycles);
  }

  @Test
  void aRefusedOrderTakesTheSameCyclesEachTime() {
    Histogram refused = measured.serialToStart().row(GateMeasurement.REFUSED);

    assertTrue(refused.getTotalCount() > 0);
    assertEquals(refused.getMinValue(), refused.getMaxValue());
  }

  @Test
  void anOrderRestsAfterTheSameCyclesWhateverItsAccountHas() {
    for (String row : measured.windowToEvent().rowNames()) {
      Histogram histogram = measured.windowToEvent().row(row);
      assertTrue(histogram.getTotalCount() > 0, row);
      assertEquals(histogram.getMinValue(), histogram.getMaxValue(), row);
    }
  }

  @Test
  void anOlderEpochAddsAtMostACycleAPositionAndFourAPortfolio() {
    assertTrue(measured.stale().size() > 1);
    for (StaleRow row : measured.stale()) {
      assertEquals(row.least(), row.most(), row::toString);
      assertTrue(row.most() <= row.goal(), row::toString);
    }
  }
}
