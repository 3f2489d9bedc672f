package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What fills move, against the formulas with numbers of any size. */
class TradeMoneyTest {
  @Rtl(module = "trade_money")
  RtlModule dut;

  @Test
  void movesThePriceAndTheFee() {
    Timetable.run(dut, 50_000, this::give);
  }

  @Test
  void aFeeIsRoundedAgainstThePayer() {
    dut.set("valid_i", 1);
    dut.set("multiplier_i", 1);
    dut.set("lots_i", 1);
    for (int sign = -1; sign <= 1; sign += 2) {
      dut.set("price_i", sign & 0xFFFF_FFFFL);
      // A 2^24th is 1 for who pays it, and 0 for who is paid it.
      dut.set("sell_i", 0);
      dut.set("rate_i", 1);
      dut.clock(13);
      assertEquals(1, dut.get("fee_o"));
      assertEquals(-sign - 1, dut.get("cash_o"));
      dut.set("sell_i", 1);
      dut.set("rate_i", (1 << 18) - 1);
      dut.clock(13);
      assertEquals(0, dut.get("fee_o"));
      assertEquals(sign, dut.get("cash_o"));
    }
  }

  private void give(Random random, Timetable timetable, String where) {
    boolean valid = random.nextInt(4) > 0;
    dut.set("valid_i", valid ? 1 : 0);
    boolean trades = random.nextInt(8) > 0;
    long lots = 1 + (random.nextLong((1L << 28) - 1) >> random.nextInt(28));
    long most = (1L << 49) / lots;
    long multiplier = Math.max(1, Math.min((1L << 32) - 1, most) >> random.nextInt(32));
    long highest = Math.min((1L << 31) - 1, most / multiplier);
    long drawn =
        random.nextInt(4) == 0 ? highest : random.nextLong(highest + 1) >> random.nextInt(31);
    long price = random.nextBoolean() ? drawn : -drawn;
    long rate = trades ? rate(random) : 0;
    boolean sell = random.nextBoolean();
    long other = random.nextLong();
    dut.set("sell_i", sell ? 1 : 0);
    dut.set("price_i", price & 0xFFFF_FFFFL);
    dut.set("multiplier_i", multiplier);
    dut.set("lots_i", trades ? lots : 0);
    dut.set("other_i", other);
    timetable.in(2, () -> dut.set("rate_i", rate & 0x3FFFF));
    if (valid) {
      long money = lots * price * multiplier;
      long fee = trades ? fee(money, rate) : 0;
      long cash = !trades ? other : (sell ? money : -money) - fee;
      timetable.in(11, () -> assertEquals(fee, dut.get("fee_o"), where));
      timetable.in(13, () -> assertEquals(cash, dut.get("cash_o"), where));
    }
  }

  private static long fee(long money, long rate) {
    BigInteger exact = BigInteger.valueOf(Math.abs(money)).multiply(BigInteger.valueOf(rate));
    return exact.add(BigInteger.valueOf((1 << 24) - 1)).shiftRight(24).longValueExact();
  }

  private static long rate(Random random) {
    long most = (1L << 17) - 1;
    long rate = random.nextInt(4) == 0 ? most : random.nextLong(most + 1) >> random.nextInt(17);
    return random.nextBoolean() ? rate : -rate;
  }
}
