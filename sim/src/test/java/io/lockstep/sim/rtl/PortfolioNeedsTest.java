package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The needs last said of each portfolio: back to back, in trials and without a portfolio. */
class PortfolioNeedsTest {
  private static final PackedStruct STEP = PackedStruct.of("margin_pkg", "step_t");
  private static final PackedStruct NEED = PackedStruct.of("margin_pkg", "need_t");
  private static final int PORTFOLIOS = 4;

  @Rtl(module = "portfolio_needs", parameters = "PORTFOLIOS=4")
  RtlModule dut;

  private final long[] initial = new long[PORTFOLIOS];
  private final long[] maintenance = new long[PORTFOLIOS];
  private final long[] worst = new long[PORTFOLIOS];

  @Test
  void tellsWhatWasAndWhatIs() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 50_000; i++) {
      boolean valid = i < PORTFOLIOS || random.nextInt(4) > 0;
      STEP.set(dut.port("step_i"), "valid", valid ? 1 : 0);
      if (valid) {
        int portfolio = i < PORTFOLIOS ? i : random.nextInt(random.nextInt(PORTFOLIOS) + 1);
        give(random, timetable, portfolio, i < PORTFOLIOS, "operation " + i);
      }
      timetable.clock();
    }
    timetable.drain();
  }

  private void give(Random random, Timetable timetable, int index, boolean wipe, String where) {
    boolean has = wipe || random.nextInt(6) > 0;
    boolean trial = !wipe && random.nextInt(3) == 0;
    RtlPort step = dut.port("step_i");
    STEP.set(step, "portfolio", index);
    STEP.set(step, "wipe", wipe ? 1 : 0);
    STEP.set(step, "has_portfolio", has ? 1 : 0);
    STEP.set(step, "trial", trial ? 1 : 0);
    long profit = near(random, worst[index], 56);
    dut.set("worst_i", profit & (1L << 57) - 1);
    long newInitial = Math.abs(near(random, initial[index], 59));
    long newMaintenance = Math.abs(near(random, maintenance[index], 59));
    long other = random.nextLong(1L << 59);
    boolean scans = random.nextBoolean();
    timetable.in(1, () -> need("initial_i", scans, newInitial, other));
    timetable.in(1, () -> need("maintenance_i", !scans, newMaintenance, other));
    long oldInitial = has && !wipe ? initial[index] : 0;
    long oldMaintenance = has && !wipe ? maintenance[index] : 0;
    long oldWorst = wipe ? 0 : worst[index];
    if (has) {
      initial[index] = newInitial;
      maintenance[index] = trial ? oldMaintenance : newMaintenance;
      worst[index] = trial ? oldWorst : profit;
    }
    long nowInitial = has ? newInitial : 0;
    long nowMaintenance = has ? maintenance[index] : 0;
    timetable.in(2, () -> assertEquals(nowInitial, dut.get("initial_o"), where));
    timetable.in(2, () -> assertEquals(oldInitial, dut.get("initial_before_o"), where));
    timetable.in(2, () -> assertEquals(nowMaintenance, dut.get("maintenance_o"), where));
    timetable.in(2, () -> assertEquals(oldMaintenance, dut.get("maintenance_before_o"), where));
    if (has) {
      int initialRose = newInitial > oldInitial ? 1 : 0;
      int worstRose = profit < oldWorst ? 1 : 0;
      timetable.in(4, () -> assertEquals(initialRose, dut.get("initial_rose_o"), where));
      timetable.in(4, () -> assertEquals(worstRose, dut.get("worst_rose_o"), where));
    }
  }

  private void need(String port, boolean scans, long need, long other) {
    NEED.set(dut.port(port), "scans", scans ? 1 : 0);
    NEED.set(dut.port(port), "scan", scans ? need : other);
    NEED.set(dut.port(port), "minimum", scans ? other : need);
  }

  private static long near(Random random, long last, int bits) {
    long end = 1L << bits;
    long any = random.nextLong(1 - end, end) >> random.nextInt(bits);
    long close = last + (1L << random.nextInt(bits - 1)) * (random.nextInt(3) - 1);
    return random.nextBoolean() && Math.abs(close) < end ? close : any;
  }
}
