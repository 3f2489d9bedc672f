package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One scenario of four portfolios against plain numbers, with lots and rates up to their bounds.
 */
class MarginLaneTest {
  private static final long LOTS = (1L << 29) - 1;
  private static final long SUM = (1L << 57) - 1;

  @Rtl(
      module = "margin_lane",
      parameters = {"PORTFOLIOS=4", "INSTRUMENTS=4"})
  RtlModule dut;

  private final long[] rates = new long[8];
  private final long[] v = new long[4];
  private final long[] w = new long[4];

  @Test
  void lotsMoveVByTheirRateAndWByTheWorseSide() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int round = 0; round < 50; round++) {
      dut.set("write_i", 1);
      for (int row = 0; row < 8; row++) {
        long rate = random.nextInt(3) == 0 ? (1L << 27) - 1 : random.nextLong(1L << 27);
        rates[row] = (random.nextBoolean() ? rate : -rate) >> random.nextInt(28);
        dut.set("write_row_i", row);
        dut.set("write_rate_i", rates[row] & (1L << 28) - 1);
        dut.clock();
      }
      dut.set("write_i", 0);
      for (int i = 0; i < 1_000; i++) {
        give(random, timetable, i < 4 ? i : random.nextInt(random.nextInt(3) + 1), i < 4);
        timetable.clock();
      }
      dut.set("read_i", 0);
      timetable.in(1, () -> dut.set("valid_i", 0));
      timetable.drain();
    }
  }

  private void give(Random random, Timetable timetable, int portfolio, boolean wipe) {
    int row = random.nextInt(8);
    long rate = rates[row];
    long most = Math.min((1L << 28) - 1, ((1L << 49) - 1) / Math.max(1, Math.abs(rate)));
    boolean clear = random.nextInt(10) == 0;
    boolean store = wipe || random.nextInt(8) > 0;
    boolean hold = !wipe && random.nextInt(4) == 0;
    long vFrom = wipe || clear ? 0 : v[portfolio];
    long wFrom = wipe || clear ? 0 : w[portfolio];
    long lots = back(vFrom, rate, lots(random, most));
    long up = rate < 0 ? lots(random, most) : back(wFrom, rate, lots(random, most));
    long down = rate < 0 ? back(wFrom, rate, lots(random, most)) : lots(random, most);
    long newV = vFrom + lots * rate;
    long newW = wFrom + (rate < 0 ? down : up) * rate;
    if (store) {
      v[portfolio] = hold ? (wipe ? 0 : v[portfolio]) : newV;
      w[portfolio] = newW;
    }
    dut.set("read_i", 1);
    dut.set("read_row_i", row);
    timetable.in(
        1,
        () -> {
          dut.eval();
          assertEquals(rate & (1L << 28) - 1, dut.get("rate_o"));
          dut.set("valid_i", 1);
          dut.set("portfolio_i", portfolio);
          dut.set("wipe_i", wipe ? 1 : 0);
          dut.set("clear_i", clear ? 1 : 0);
          dut.set("store_i", store ? 1 : 0);
          dut.set("hold_i", hold ? 1 : 0);
          dut.set("lots_i", lots & LOTS);
          dut.set("lots_up_i", up & LOTS);
          dut.set("lots_down_i", down & LOTS);
        });
    timetable.in(5, () -> assertEquals(newV & SUM, dut.get("positions_o")));
    timetable.in(5, () -> assertEquals(newW & SUM, dut.get("worst_o")));
  }

  /** Lots of the side that keeps a sum within its bounds. */
  private static long back(long sum, long rate, long lots) {
    boolean far = Math.abs(sum) > 1L << 55;
    return far && Long.signum(sum) == Long.signum(lots * rate) ? -lots : lots;
  }

  private static long lots(Random random, long most) {
    long lots = random.nextInt(4) == 0 ? most : random.nextLong(most + 1) >> random.nextInt(28);
    return random.nextBoolean() ? lots : -lots;
  }
}
