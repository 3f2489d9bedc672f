package io.lockstep.bench.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.verilated.VerilatedCard;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Cycles are counts, not times: exact, repeatable, and the same for equal work. */
class CycleMeasurementTest {
  private static final int COMMANDS = 5_000;

  @Test
  void theSameSeedGivesTheSameTable() {
    assertEquals(table(measure(7)), table(measure(7)));
  }

  @Test
  void everyOutcomeOccurs() {
    CycleMeasurement measurement = measure(1);
    for (String row : measurement.kernelToEvent().rowNames()) {
      assertTrue(measurement.kernelToEvent().row(row).getTotalCount() > 0, row);
    }
    for (String row : measurement.betweenEvents().rowNames()) {
      assertTrue(measurement.betweenEvents().row(row).getTotalCount() > 0, row);
    }
  }

  @Test
  void theFirstEventComesAfterTheSameCyclesWhateverTheBook() {
    CycleMeasurement measurement = measure(2);
    for (String row : measurement.kernelToEvent().rowNames()) {
      assertEquals(
          measurement.kernelToEvent().row(row).getMinValue(),
          measurement.kernelToEvent().row(row).getMaxValue(),
          row);
      assertEquals(
          measurement.windowToEvent().row(row).getMinValue(),
          measurement.windowToEvent().row(row).getMaxValue(),
          row);
    }
  }

  @Test
  void withCommandsWaitingTheFlowCostsAsManyCyclesAsTheTimesToReadyAddUpTo() {
    double ready = measure(1).meanReadyCycles();
    try (VerilatedCard card = VerilatedCard.open()) {
      double waiting = new FlowThroughput(card, 1, 1_000).meanCycles(COMMANDS);

      assertEquals(ready, waiting, 0.1);
    }
  }

  private static CycleMeasurement measure(long seed) {
    try (VerilatedCard card = VerilatedCard.open()) {
      CycleMeasurement measurement = new CycleMeasurement(card, seed);
      while (measurement.commands() < COMMANDS) {
        measurement.step();
      }
      return measurement;
    }
  }

  private static String table(CycleMeasurement measurement) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    measurement.kernelToReady().print(out);
    measurement.betweenEvents().print(out);
    measurement.windowToEvent().print(out);
    return text.toString();
  }
}
