package io.lockstep.bench.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.sim.verilated.VerilatedCard;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A command costs the same in every book: what it does, not what else rests, decides. */
class DepthMeasurementTest {
  /** From where on a level hardly ever becomes empty, which costs a cycle. */
  private static final int FULL_LEVELS = 1_000;

  @Test
  void noKindOfCommandCostsMoreWithMoreLiveOrders() {
    try (VerilatedCard card = VerilatedCard.open()) {
      DepthMeasurement measurement = new DepthMeasurement(card, 1);
      for (int orders : new int[] {10, FULL_LEVELS, 10 * FULL_LEVELS, 60_000}) {
        measurement.measure(orders);
      }

      List<DepthRow> rows = measurement.rows();
      DepthRow full = rows.get(1);
      for (String kind : DepthRow.KINDS) {
        String expected = full.of(kind).text();
        rows.subList(2, rows.size())
            .forEach(row -> assertEquals(expected, row.of(kind).text(), kind));
        assertEquals(
            firstEvent(expected), firstEvent(rows.get(0).of(kind).text()), kind + ", ten orders");
      }
    }
  }

  private static String firstEvent(String text) {
    return text.substring(0, text.indexOf(' '));
  }
}
