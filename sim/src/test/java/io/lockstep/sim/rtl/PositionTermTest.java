package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Size add-on and short-option minimum of a position's lots against their definitions. */
class PositionTermTest {
  private static final PackedStruct CURVE = PackedStruct.of("margin_pkg", "curve_t");
  private static final PackedStruct TERM = PackedStruct.of("margin_pkg", "term_t");
  private static final long TERM_MASK = (1L << 50) - 1;

  @Rtl(module = "position_term")
  RtlModule dut;

  @Test
  void followsTheCurveAndTheUncoveredAsks() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 50_000; i++) {
      long limit = 1 + (random.nextLong((1L << 28) - 1) >> random.nextInt(28));
      MarginBooks.Terms terms = terms(random, limit);
      long size = lots(random, limit);
      long bids = lots(random, limit - size);
      long asks = lots(random, limit - size - bids);
      long pos = random.nextBoolean() ? size : -size;
      dut.set("valid_i", 1);
      dut.set("pos_i", pos & (1L << 29) - 1);
      dut.set("bids_i", bids);
      dut.set("asks_i", asks);
      timetable.in(1, () -> setTerms(terms));
      long sized = terms.size(Math.max(Math.abs(pos + bids), Math.abs(pos - asks)));
      long minimum = terms.minimum * Math.max(0, asks - pos);
      String where = "position " + i;
      timetable.in(
          4,
          () -> {
            RtlPort port = dut.port("term_o");
            long base = TERM.get(port, "base");
            assertEquals(sized, pieces(port, "size") + base & TERM_MASK, where);
            assertEquals(minimum, pieces(port, "minimum"), where);
          });
      timetable.clock();
    }
    timetable.drain();
  }

  private static long pieces(RtlPort port, String name) {
    long low = TERM.get(port, name + ".low") << 19 >> 19;
    long high = TERM.get(port, name + ".high") << 25 >> 25;
    return low + (high << 17);
  }

  private void setTerms(MarginBooks.Terms terms) {
    RtlPort port = dut.port("curve_i");
    long base = 0;
    for (int k = 0; k < 4; k++) {
      CURVE.set(port, "slope_" + k, terms.slopes[k]);
      if (k > 0) {
        base += (terms.slopes[k - 1] - terms.slopes[k]) * terms.bounds[k - 1];
        CURVE.set(port, "bound_" + k, terms.bounds[k - 1]);
        CURVE.set(port, "base_" + k, base & TERM_MASK);
      }
    }
    dut.set("minimum_i", terms.minimum);
  }

  private static MarginBooks.Terms terms(Random random, long limit) {
    MarginBooks.Terms terms = new MarginBooks.Terms(0);
    long most = Math.min((1L << 27) - 1, ((1L << 49) - 1) / limit);
    terms.minimum = lots(random, most);
    for (int k = 0; k < 4; k++) {
      terms.slopes[k] = lots(random, most);
    }
    for (int k = 0; k < 3; k++) {
      long bound = random.nextInt(4) == 0 ? random.nextLong(1L << 28) : lots(random, limit);
      terms.bounds[k] = Math.max(k == 0 ? 0 : terms.bounds[k - 1], bound);
    }
    return terms;
  }

  private static long lots(Random random, long most) {
    return random.nextInt(4) == 0 ? most : random.nextLong(most + 1) >> random.nextInt(28);
  }
}
