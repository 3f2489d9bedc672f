package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** IM and MM of a portfolio against their definition, rounded with numbers of any size. */
class MarginNeedTest {
  private static final PackedStruct NEED = PackedStruct.of("margin_pkg", "need_t");
  private static final long LOW = (1L << 29) - 1;

  @Rtl(module = "margin_need")
  RtlModule dut;

  @Test
  void theLargerOfLossAndMinimumAndWhatIsAdded() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 50_000; i++) {
      long first = profit(random);
      long second = random.nextInt(4) == 0 ? first + random.nextInt(3) - 1 : profit(random);
      int factor = random.nextInt(5) == 0 ? 512 : random.nextInt(513);
      long loss = scaled(Math.min(first, second), factor);
      long minimum = random.nextLong(1L << 56) >> random.nextInt(57);
      if (random.nextInt(3) == 0) {
        minimum = Math.min((1L << 56) - 1, Math.max(0, loss + random.nextInt(3) - 1));
      }
      long added = random.nextLong(1L << 57) >> random.nextInt(58);
      give(timetable, first, second, factor, minimum, added);
      long expected = Math.max(loss, minimum) + added;
      long worst = Math.min(first, second);
      String where = "portfolio " + i;
      timetable.in(3, () -> assertEquals(worst, dut.get("worst_o") << 7 >> 7, where));
      timetable.in(4, () -> assertEquals(expected, need(), where));
      timetable.clock();
    }
    timetable.drain();
  }

  private void give(
      Timetable timetable, long first, long second, int factor, long minimum, long added) {
    dut.set("valid_i", 1);
    dut.set("first_i", first & (1L << 57) - 1);
    dut.set("second_i", second & (1L << 57) - 1);
    dut.set("factor_i", factor);
    timetable.in(2, () -> dut.set("minimum_low_i", minimum & LOW));
    timetable.in(2, () -> dut.set("added_low_i", added & LOW));
    timetable.in(3, () -> dut.set("minimum_high_i", minimum >> 29));
    timetable.in(3, () -> dut.set("added_high_i", added >> 29));
  }

  private long need() {
    RtlPort port = dut.port("need_o");
    return NEED.get(port, NEED.get(port, "scans") == 1 ? "scan" : "minimum");
  }

  private static long profit(Random random) {
    long end = 1L << 56;
    return random.nextInt(6) == 0 ? 1 - end : random.nextLong(-end, end) >> random.nextInt(57);
  }

  private static long scaled(long profit, int factor) {
    BigInteger loss = BigInteger.valueOf(Math.max(0, -profit)).multiply(BigInteger.valueOf(factor));
    return loss.add(BigInteger.valueOf(255)).shiftRight(8).longValueExact();
  }
}
