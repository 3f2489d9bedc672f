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
  void movesThePriceAndBothFees() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 50_000; i++) {
      boolean valid = random.nextInt(4) > 0;
      dut.set("valid_i", valid ? 1 : 0);
      give(random, timetable, valid, "fill " + i);
      timetable.clock();
    }
    timetable.drain();
  }

  @Test
  void aFeeIsRoundedAgainstThePayer() {
    dut.set("valid_i", 1);
    dut.set("multiplier_i", 1);
    dut.set("lots_i", 1);
    dut.set("buyer_rate_i", 1);
    dut.set("seller_rate_i", (1 << 18) - 1);
    for (int sign = -1; sign <= 1; sign += 2) {
      dut.set("price_i", sign & 0xFFFF_FFFFL);
      dut.clock(13);
      // A 2^24th is 1 for who pays it, and 0 for who is paid it.
      assertEquals(1, dut.get("buyer_fee_o"));
      assertEquals(0, dut.get("seller_fee_o"));
      assertEquals(-sign - 1, dut.get("buyer_cash_o"));
      assertEquals(sign, dut.get("seller_cash_o"));
    }
  }

  private void give(Random random, Timetable timetable, boolean valid, String where) {
    long lots = 1 + (random.nextLong((1L << 28) - 1) >> random.nextInt(28));
    long most = (1L << 49) / lots;
    long multiplier = Math.max(1, Math.min((1L << 32) - 1, most) >> random.nextInt(32));
    long highest = Math.min((1L << 31) - 1, most / multiplier);
    long price =
        random.nextInt(4) == 0 ? highest : random.nextLong(highest + 1) >> random.nextInt(31);
    price = random.nextBoolean() ? price : -price;
    long buyerRate = rate(random);
    long sellerRate = rate(random);
    dut.set("price_i", price & 0xFFFF_FFFFL);
    dut.set("multiplier_i", multiplier);
    dut.set("lots_i", lots);
    dut.set("buyer_rate_i", buyerRate & 0x3FFFF);
    dut.set("seller_rate_i", sellerRate & 0x3FFFF);
    if (valid) {
      long money = lots * price * multiplier;
      long buyerFee = fee(money, buyerRate);
      long sellerFee = fee(money, sellerRate);
      timetable.in(11, () -> assertEquals(buyerFee, dut.get("buyer_fee_o"), where));
      timetable.in(11, () -> assertEquals(sellerFee, dut.get("seller_fee_o"), where));
      timetable.in(13, () -> assertEquals(-money - buyerFee, dut.get("buyer_cash_o"), where));
      timetable.in(13, () -> assertEquals(money - sellerFee, dut.get("seller_cash_o"), where));
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
