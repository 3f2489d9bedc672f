package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Rows of sums against plain numbers: an operation a cycle, mostly of two rows, so that each has to
 * see those one, two and three before it.
 */
class SumTableTest {
  private static final int ROWS = 8;
  private static final int LOW = 17;
  private static final int HIGH = 40;
  private static final long LOW_MASK = (1L << LOW) - 1;
  private static final long HIGH_MASK = (1L << HIGH) - 1;
  private static final long BOUND = 1L << 56;

  @Rtl(module = "sum_table", parameters = "DEPTH=8")
  RtlModule dut;

  private final long[][] rows = new long[ROWS][2];
  private final boolean[] wiped = new boolean[ROWS];

  @Test
  void everyOperationSeesAllBeforeIt() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 100_000; i++) {
      int index = random.nextInt(random.nextInt(3) == 0 ? ROWS : 2);
      boolean valid = random.nextInt(8) > 0;
      dut.set("valid_i", valid ? 1 : 0);
      if (valid) {
        give(random, timetable, index, "operation " + i);
      }
      timetable.clock();
    }
    timetable.drain();
  }

  private void give(Random random, Timetable timetable, int index, String where) {
    boolean wipe = !wiped[index] || random.nextInt(50) == 0;
    boolean write = !wiped[index] || random.nextInt(8) > 0;
    wiped[index] = true;
    int hold = wipe ? 0 : random.nextInt(4) & random.nextInt(4);
    int clear = random.nextInt(16) == 0 ? random.nextInt(4) : 0;
    dut.set("index_i", index);
    dut.set("wipe_i", wipe ? 1 : 0);
    dut.set("write_i", write ? 1 : 0);
    dut.set("hold_i", hold);
    dut.set("clear_i", clear);
    long low = 0;
    long[] before = new long[2];
    long[] amounts = new long[2];
    long[] sums = new long[2];
    for (int s = 0; s < 2; s++) {
      before[s] = wipe ? 0 : rows[index][s];
      long from = (clear >> s & 1) == 1 ? 0 : before[s];
      long sum = random.nextInt(6) == 0 ? BOUND - 1 : random.nextLong(BOUND) >> random.nextInt(57);
      sums[s] = random.nextBoolean() ? sum : -sum;
      if (Math.abs(sums[s] - from) >= BOUND) {
        sums[s] = from;
      }
      amounts[s] = sums[s] - from;
      low |= (amounts[s] & LOW_MASK) << LOW * s;
      if (write) {
        rows[index][s] = (hold >> s & 1) == 1 ? before[s] : sums[s];
      }
    }
    long lowBits = low;
    timetable.in(2, () -> dut.set("low_i", lowBits));
    timetable.in(2, () -> dut.eval());
    timetable.in(3, () -> setHigh(amounts));
    for (int s = 0; s < 2; s++) {
      int sum = s;
      timetable.in(2, () -> expectLow("low_before_o", sum, before[sum], where));
      timetable.in(3, () -> expectHigh("high_before_o", sum, before[sum], where));
      timetable.in(3, () -> expectLow("low_o", sum, sums[sum], where));
      timetable.in(4, () -> expectHigh("high_o", sum, sums[sum], where));
    }
  }

  private void setHigh(long[] amounts) {
    for (int s = 0; s < 2; s++) {
      dut.port("high_i").setBits(HIGH * s, HIGH, amounts[s] >> LOW & HIGH_MASK);
    }
    dut.eval();
  }

  private void expectLow(String port, int sum, long value, String where) {
    assertEquals(value & LOW_MASK, dut.port(port).getBits(LOW * sum, LOW), where + " " + port);
  }

  private void expectHigh(String port, int sum, long value, String where) {
    assertEquals(
        value >> LOW & HIGH_MASK, dut.port(port).getBits(HIGH * sum, HIGH), where + " " + port);
  }
}
