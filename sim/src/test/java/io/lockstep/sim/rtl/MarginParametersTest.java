package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Marks, values and curves of two banks, as they were staged last. */
class MarginParametersTest {
  private static final PackedStruct STAGED = PackedStruct.of("margin_pkg", "staged_t");
  private static final PackedStruct CURVE = PackedStruct.of("margin_pkg", "curve_t");

  @Rtl(module = "margin_parameters", parameters = "INSTRUMENTS=4")
  RtlModule dut;

  @Test
  void keepsWhatWasStagedInEachBank() {
    Random random = new Random(1);
    MarginBooks.Terms[] rows = new MarginBooks.Terms[8];
    for (int i = 0; i < 500; i++) {
      int row = i < 8 ? i : random.nextInt(8);
      rows[row] = terms(random);
      stage(row, rows[row]);
      for (int r = 0; r < 8; r++) {
        if (rows[r] != null) {
          check(r, rows[r], "staged " + i + " row " + r);
        }
      }
    }
  }

  private void stage(int row, MarginBooks.Terms terms) {
    RtlPort port = dut.port("staged_i");
    STAGED.set(port, "instrument", row >> 1);
    STAGED.set(port, "bank", row & 1);
    STAGED.set(port, "mark", terms.mark & 0xFFFF_FFFFL);
    STAGED.set(port, "multiplier", terms.multiplier);
    STAGED.set(port, "minimum", terms.minimum);
    for (int k = 0; k < 4; k++) {
      STAGED.set(port, "slope_" + k, terms.slopes[k]);
      if (k > 0) {
        STAGED.set(port, "bound_" + k, terms.bounds[k - 1]);
      }
    }
    for (String what : new String[] {"array", "curve"}) {
      STAGED.set(port, what, 1);
      dut.clock();
      STAGED.set(port, what, 0);
      for (int busy = 0; dut.get("busy_o") == 1; busy++) {
        assertEquals(true, busy <= 24);
        dut.clock();
      }
    }
  }

  private void check(int row, MarginBooks.Terms terms, String where) {
    dut.set("read_i", 1);
    dut.set("row_i", row);
    dut.set("curve_read_i", 1);
    dut.set("curve_row_i", row);
    dut.clock();
    assertEquals(terms.mark & 0xFFFF_FFFFL, dut.get("mark_o"), where);
    assertEquals(terms.mark * terms.multiplier, dut.get("value_o") << 14 >> 14, where);
    assertEquals(terms.minimum, dut.get("minimum_o"), where);
    dut.clock();
    RtlPort port = dut.port("curve_o");
    long base = 0;
    for (int k = 0; k < 4; k++) {
      assertEquals(terms.slopes[k], CURVE.get(port, "slope_" + k), where);
      if (k > 0) {
        base += (terms.slopes[k - 1] - terms.slopes[k]) * terms.bounds[k - 1];
        assertEquals(terms.bounds[k - 1], CURVE.get(port, "bound_" + k), where);
        assertEquals(base & (1L << 50) - 1, CURVE.get(port, "base_" + k), where);
      }
    }
  }

  private static MarginBooks.Terms terms(Random random) {
    MarginBooks.Terms terms = new MarginBooks.Terms(0);
    terms.multiplier = 1 + (random.nextLong((1L << 32) - 1) >> random.nextInt(32));
    long price = Math.min((1L << 31) - 1, ((1L << 49) - 1) / terms.multiplier);
    terms.mark = (int) random.nextLong(-price, price + 1);
    terms.minimum = random.nextLong(1L << 27) >> random.nextInt(27);
    for (int k = 0; k < 4; k++) {
      terms.slopes[k] = random.nextLong(1L << 27) >> random.nextInt(27);
    }
    for (int k = 0; k < 3; k++) {
      long least = k == 0 ? 0 : terms.bounds[k - 1];
      terms.bounds[k] = random.nextLong(least, 1L << 28);
    }
    return terms;
  }
}
