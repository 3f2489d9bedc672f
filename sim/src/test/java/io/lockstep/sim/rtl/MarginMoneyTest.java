package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reserve, fee, cash and F against whole numbers of any size; one order or trade a cycle. */
class MarginMoneyTest {
  private static final int LATENCY = 16;
  private static final int CASES = 5_000;
  private static final int NONE = 3;
  private static final PackedStruct FEES = PackedStruct.of("margin_stage_pkg", "fees_t");

  private final Random random = new Random(1);

  /** What must come out of one case. */
  private record Expected(
      BigInteger reserve,
      boolean isClose,
      boolean rises,
      BigInteger fee,
      BigInteger cash,
      BigInteger added,
      BigInteger freed) {}

  @Test
  void everyRoundingGoesAgainstTheAccount(@Rtl(module = "margin_money") RtlModule dut) {
    Deque<Expected> due = new ArrayDeque<>();
    for (int number = 0; number < CASES + LATENCY; number++) {
      due.add(next(dut));
      dut.clock();
      if (due.size() >= LATENCY) {
        check(dut, due.remove(), "case " + (number - LATENCY + 1));
      }
    }
  }

  private Expected next(RtlModule dut) {
    long multiplier = 1 + random.nextInt(random.nextBoolean() ? 10 : 1 << 16);
    boolean sells = random.nextBoolean();
    long price = random.nextInt(1 << 14) - (1 << 13);
    long mark = random.nextBoolean() ? price + random.nextInt(7) - 3 : random.nextInt(1 << 14);
    long band = random.nextInt(8);
    long[] rates = {rate(), rate(), rate()};
    int which = random.nextInt(4);
    long lots = random.nextInt(1 << 12);
    boolean anew = random.nextBoolean();
    long old = random.nextInt(1 << 30);
    long reserving = random.nextInt(1 << 12);
    long reserved = random.nextInt(1 << 12);
    boolean turned = random.nextBoolean();
    long cash = random.nextInt(3) == 0 ? random.nextLong() >> 8 : 0;

    dut.set("multiplier_i", multiplier);
    dut.set("sell_i", sells ? 1 : 0);
    dut.set("price_i", price & 0xFFFF_FFFFL);
    dut.set("mark_i", mark & 0xFFFF_FFFFL);
    dut.set("close_band_i", band);
    FEES.set(dut.port("fees_i"), "maker", rates[0] & 0x3FFFF);
    FEES.set(dut.port("fees_i"), "taker", rates[1] & 0x3FFFF);
    FEES.set(dut.port("fees_i"), "auction", rates[2] & 0x3FFFF);
    dut.set("rate_i", which);
    dut.set("traded_i", lots);
    dut.set("anew_i", anew ? 1 : 0);
    dut.set("reserve_i", old);
    dut.set("reserving_i", reserving);
    dut.set("reserved_i", reserved);
    dut.set("turned_i", turned ? 1 : 0);
    dut.set("cash_i", cash);

    long worse = sells ? mark - price : price - mark;
    long highest = Math.max(0, Math.max(rates[0], Math.max(rates[1], rates[2])));
    BigInteger notional = big(Math.abs(price)).multiply(big(multiplier));
    BigInteger reserve =
        big(Math.max(0, worse)).multiply(big(multiplier)).add(up(notional, highest));
    BigInteger money = notional.multiply(big(lots));
    BigInteger fee = which == NONE ? BigInteger.ZERO : up(money, rates[which]);
    BigInteger paid = sells == price >= 0 ? money : money.negate();
    BigInteger used = anew ? reserve : big(old);
    BigInteger added = used.multiply(big(reserving));
    BigInteger freed = big(old).multiply(big(reserved));
    return new Expected(
        reserve,
        Math.max(0, worse) <= band,
        reserve.compareTo(big(old)) > 0,
        fee,
        big(cash).add(paid).subtract(fee),
        turned ? freed : added,
        turned ? added : freed);
  }

  private static void check(RtlModule dut, Expected expected, String which) {
    assertEquals(expected.reserve().longValue(), dut.get("r_o"), which + ": r");
    assertEquals(expected.isClose() ? 1 : 0, dut.get("near_o"), which + ": near");
    assertEquals(expected.rises() ? 1 : 0, dut.get("r_rises_o"), which + ": rises");
    assertEquals(expected.fee().longValue(), dut.get("fee_o"), which + ": fee");
    assertEquals(expected.cash().longValue(), dut.get("cash_change_o"), which + ": cash");
    assertEquals(expected.added().longValue(), dut.get("reserve_added_o"), which + ": added");
    assertEquals(expected.freed().longValue(), dut.get("reserve_freed_o"), which + ": freed");
  }

  private long rate() {
    return random.nextInt(4) == 0 ? random.nextInt(1 << 18) - (1 << 17) + 1 : random.nextInt(9);
  }

  /** The product with a rate in 2^-24, rounded up. */
  private static BigInteger up(BigInteger money, long rate) {
    return money.multiply(big(rate)).negate().shiftRight(24).negate();
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
