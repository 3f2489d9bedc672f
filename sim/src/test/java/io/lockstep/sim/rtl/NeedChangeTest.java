package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a need changes and leaves, with borrows and carries between both parts. */
class NeedChangeTest {
  private static final long LOW = (1L << 29) - 1;
  private static final long HIGH = (1L << 35) - 1;

  @Rtl(module = "need_change")
  RtlModule dut;

  @Test
  void takesTheNewSumFromTheRest() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 50_000; i++) {
      long need = number(random, 59);
      long before = number(random, 59);
      long sum = before + number(random, 61);
      long rest = (random.nextBoolean() ? 1 : -1) * number(random, 62);
      dut.set("need_i", need);
      dut.set("need_before_i", before);
      dut.set("rest_low_i", rest & LOW);
      timetable.in(1, () -> dut.set("rest_high_i", rest >> 29 & HIGH));
      timetable.in(1, () -> dut.set("sum_before_low_i", sum & LOW));
      timetable.in(2, () -> dut.set("sum_before_high_i", sum >> 29 & HIGH));
      long change = need - before;
      String where = "change " + i;
      timetable.in(1, () -> assertEquals(change & LOW, dut.get("change_low_o"), where));
      timetable.in(2, () -> assertEquals(change >> 29 & HIGH, dut.get("change_high_o"), where));
      timetable.in(3, () -> assertEquals(rest - sum - change, dut.get("left_o"), where));
      timetable.clock();
    }
    timetable.drain();
  }

  private static long number(Random random, int bits) {
    long number = random.nextLong(1L << bits) >> random.nextInt(bits);
    return random.nextInt(4) == 0 ? number | LOW : number;
  }
}
