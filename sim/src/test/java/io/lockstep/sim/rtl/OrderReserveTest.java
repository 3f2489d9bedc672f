package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What orders reserve, against the formulas with numbers of any size. */
class OrderReserveTest {
  @Rtl(module = "order_reserve")
  RtlModule dut;

  @Test
  void reservesWhatIsWorseThanTheMarkAndTheWorstFee() {
    Timetable.run(dut, 50_000, this::give);
  }

  private void give(Random random, Timetable timetable, String where) {
    boolean valid = random.nextInt(4) > 0;
    dut.set("valid_i", valid ? 1 : 0);
    long multiplier = drawn(random, 32, 1);
    // As the card allows: a lot's price and fee below 2^49, and so are all its lots'.
    long most = Math.min((1L << 31) - 1, (1L << 48) / multiplier);
    long limit = price(random, most);
    long mark = random.nextInt(3) == 0 ? limit + random.nextInt(3) - 1 : price(random, most);
    mark = Math.max(-most, Math.min(most, mark));
    long rate = drawn(random, 17, 0);
    long lots = drawn(random, 28, 0);
    boolean sell = random.nextBoolean();
    long band = random.nextInt(3) == 0 ? Math.abs(limit - mark) : drawn(random, 32, 0);
    dut.set("sell_i", sell ? 1 : 0);
    dut.set("limit_i", limit & 0xFFFF_FFFFL);
    dut.set("multiplier_i", multiplier);
    dut.set("close_band_i", band);
    dut.set("lots_i", lots);
    long worse = sell ? mark - limit : limit - mark;
    BigInteger fee =
        BigInteger.valueOf(Math.abs(limit) * multiplier)
            .multiply(BigInteger.valueOf(rate))
            .add(BigInteger.valueOf((1 << 24) - 1))
            .shiftRight(24);
    long reserve = Math.max(0, worse) * multiplier + fee.longValueExact();
    long markBits = mark & 0xFFFF_FFFFL;
    timetable.in(1, () -> dut.set("mark_i", markBits));
    timetable.in(1, () -> dut.set("rate_i", rate));
    if (valid) {
      timetable.in(3, () -> assertEquals(worse <= band ? 1 : 0, dut.get("near_o"), where));
      timetable.in(8, () -> assertEquals(reserve, dut.get("reserve_o"), where));
      timetable.in(11, () -> assertEquals(reserve * lots, dut.get("amount_o"), where));
    }
  }

  private static long price(Random random, long most) {
    long price = random.nextInt(4) == 0 ? most : random.nextLong(most + 1) >> random.nextInt(31);
    return random.nextBoolean() ? price : -price;
  }

  private static long drawn(Random random, int bits, long least) {
    long most = (1L << bits) - 1;
    long drawn = random.nextInt(4) == 0 ? most : random.nextLong(most + 1) >> random.nextInt(bits);
    return Math.max(least, drawn);
  }
}
