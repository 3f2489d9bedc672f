package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Checksums and chosen lanes, with every lane's sign and place. */
class MarginAuditTest {
  private static final PackedStruct STEP = PackedStruct.of("margin_pkg", "step_t");
  private static final PackedStruct CURVE = PackedStruct.of("margin_pkg", "curve_t");

  @Rtl(module = "margin_audit")
  RtlModule dut;

  @Test
  void joinsAllLanesAndParameters() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 5_000; i++) {
      boolean audit = random.nextInt(3) > 0;
      int lanes = random.nextInt(16);
      STEP.set(dut.port("step_i"), "valid", 1);
      STEP.set(dut.port("step_i"), "audit", audit ? 1 : 0);
      STEP.set(dut.port("step_i"), "lanes", lanes);
      MarginBooks.Terms terms = terms(random);
      long[] v = new long[32];
      long[] w = new long[32];
      long sum = 0;
      for (int s = 0; s < 32; s++) {
        v[s] = random.nextLong() >> 7;
        w[s] = random.nextLong() >> 7 + random.nextInt(57);
        sum ^= Long.rotateLeft(v[s], 2 * s) ^ Long.rotateLeft(w[s], 2 * s + 1);
        dut.port("rates_i").setBits(28 * s, 28, terms.rates[s] & (1L << 28) - 1);
      }
      timetable.in(3, () -> setCurve(terms));
      timetable.in(4, () -> setLanes(v, w));
      if (audit) {
        long laneSum = sum;
        String where = "audit " + i;
        timetable.in(6, () -> assertEquals(laneSum, dut.get("lane_sum_o"), where));
        timetable.in(6, () -> assertEquals(terms.checksum(), dut.get("array_sum_o"), where));
        long[] chosen = {v[2 * lanes], w[2 * lanes], v[2 * lanes + 1], w[2 * lanes + 1]};
        for (int k = 0; k < 4; k++) {
          int at = k;
          timetable.in(6, () -> assertEquals(chosen[at], lane(at), where));
        }
      }
      timetable.clock();
    }
    timetable.drain();
  }

  private long lane(int at) {
    return dut.port("lanes_o").getBits(57 * at, 57) << 7 >> 7;
  }

  private void setLanes(long[] v, long[] w) {
    for (int s = 0; s < 32; s++) {
      dut.port("positions_i").setBits(57 * s, 57, v[s] & (1L << 57) - 1);
      dut.port("worsts_i").setBits(57 * s, 57, w[s] & (1L << 57) - 1);
    }
  }

  private void setCurve(MarginBooks.Terms terms) {
    for (int k = 0; k < 4; k++) {
      CURVE.set(dut.port("curve_i"), "slope_" + k, terms.slopes[k]);
      if (k > 0) {
        CURVE.set(dut.port("curve_i"), "bound_" + k, terms.bounds[k - 1]);
      }
    }
    dut.set("minimum_i", terms.minimum);
  }

  private static MarginBooks.Terms terms(Random random) {
    MarginBooks.Terms terms = new MarginBooks.Terms(32);
    for (int s = 0; s < 32; s++) {
      terms.rates[s] = random.nextInt(-(1 << 27), 1 << 27);
    }
    terms.minimum = random.nextInt(1 << 27);
    for (int k = 0; k < 4; k++) {
      terms.slopes[k] = random.nextInt(1 << 27);
    }
    for (int k = 0; k < 3; k++) {
      terms.bounds[k] = random.nextInt(1 << 28);
    }
    return terms;
  }
}
