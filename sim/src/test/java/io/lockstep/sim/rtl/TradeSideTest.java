package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One side's fee and cash, for money of either sign that comes in or goes out. */
class TradeSideTest {
  @Rtl(module = "trade_side")
  RtlModule dut;

  @Test
  void takesTheFeeRoundedUpFromTheMoney() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 50_000; i++) {
      long money = random.nextLong(-(1L << 49) + 1, 1L << 49) >> random.nextInt(49);
      long rate = random.nextLong(-(1L << 17) + 1, 1L << 17) >> random.nextInt(17);
      boolean out = random.nextBoolean();
      BigInteger exact = BigInteger.valueOf(Math.abs(money)).multiply(BigInteger.valueOf(rate));
      long fee = exact.add(BigInteger.valueOf((1 << 24) - 1)).shiftRight(24).longValueExact();
      dut.set("valid_i", 1);
      dut.set("money_i", money);
      dut.set("rate_i", rate & (1L << 18) - 1);
      String where = "fill " + i;
      timetable.in(3, () -> dut.set("below_3_i", money < 0 ? 1 : 0));
      timetable.in(5, () -> dut.set("money_5_i", out ? ~money : money));
      timetable.in(5, () -> dut.set("carry_i", out ? 1 : 0));
      timetable.in(5, () -> assertEquals(fee, dut.get("fee_o"), where));
      timetable.in(7, () -> assertEquals((out ? -money : money) - fee, dut.get("cash_o"), where));
      timetable.clock();
    }
    timetable.drain();
  }
}
