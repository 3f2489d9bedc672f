package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How the four sums change with a position's lots, against the definitions of their terms. */
class MarginTermsTest {
  private static final PackedStruct HOLDING = PackedStruct.of("margin_pkg", "holding_t");
  private static final PackedStruct CURVE = PackedStruct.of("margin_pkg", "curve_t");

  @Rtl(module = "margin_terms")
  RtlModule dut;

  @Test
  void theChangeOfEachSumIsTheNewTermLessTheOld() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 20_000; i++) {
      long limit = 1 + (random.nextLong((1L << 28) - 1) >> random.nextInt(28));
      long most = Math.min((1L << 27) - 1, ((1L << 49) - 1) / limit);
      MarginBooks.Terms terms = new MarginBooks.Terms(0);
      terms.minimum = random.nextLong(most + 1);
      // Two slopes, one from half the limit on.
      terms.slopes[0] = random.nextLong(most + 1);
      terms.slopes[1] = random.nextLong(most + 1);
      terms.bounds[0] = limit / 2;
      terms.bounds[1] = (1L << 28) - 1;
      terms.bounds[2] = (1L << 28) - 1;
      MarginBooks.Position before = position(random, limit);
      MarginBooks.Position after = position(random, limit);
      dut.set("valid_i", 1);
      hold(before, "_before");
      hold(after, "");
      timetable.in(1, () -> setTerms(terms));
      long[] old = numbers(terms, before);
      long[] changed = numbers(terms, after);
      for (int sum = 0; sum < 4; sum++) {
        int at = sum;
        long change = changed[at] - old[at];
        String where = "change " + i + " of sum " + at;
        timetable.in(
            6,
            () ->
                assertEquals(
                    change & (1L << 29) - 1, dut.port("low_o").getBits(29 * at, 29), where));
        timetable.in(
            7,
            () ->
                assertEquals(
                    change >> 29, dut.port("high_o").getBits(28 * at, 28) << 36 >> 36, where));
      }
      timetable.clock();
    }
    timetable.drain();
  }

  private static long[] numbers(MarginBooks.Terms terms, MarginBooks.Position p) {
    long worst = Math.max(Math.abs(p.pos + p.bids), Math.abs(p.pos - p.asks));
    return new long[] {
      terms.size(worst),
      terms.minimum * Math.max(0, p.asks - p.pos),
      terms.size(Math.abs(p.pos)),
      terms.minimum * Math.max(0, -p.pos)
    };
  }

  private void hold(MarginBooks.Position position, String when) {
    RtlPort port = dut.port("holding_i");
    HOLDING.set(port, "pos" + when, position.pos & (1L << 29) - 1);
    HOLDING.set(port, "bids" + when, position.bids);
    HOLDING.set(port, "asks" + when, position.asks);
  }

  private void setTerms(MarginBooks.Terms terms) {
    RtlPort port = dut.port("curve_i");
    long base = (terms.slopes[0] - terms.slopes[1]) * terms.bounds[0];
    for (int k = 0; k < 2; k++) {
      CURVE.set(port, "slope_" + k, terms.slopes[k]);
    }
    for (int k = 1; k < 4; k++) {
      CURVE.set(port, "bound_" + k, terms.bounds[k - 1]);
    }
    CURVE.set(port, "base_1", base & (1L << 50) - 1);
    dut.set("minimum_i", terms.minimum);
  }

  private static MarginBooks.Position position(Random random, long limit) {
    MarginBooks.Position position = new MarginBooks.Position(0);
    long size = lots(random, limit);
    position.bids = lots(random, limit - size);
    position.asks = lots(random, limit - size - position.bids);
    position.pos = random.nextBoolean() ? size : -size;
    return position;
  }

  private static long lots(Random random, long most) {
    return random.nextInt(4) == 0 ? most : random.nextLong(most + 1) >> random.nextInt(28);
  }
}
