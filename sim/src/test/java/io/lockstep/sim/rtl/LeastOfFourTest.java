package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every order of four numbers, and numbers that differ in one bit. */
class LeastOfFourTest {
  @Rtl(module = "least_of_four")
  RtlModule dut;

  @Test
  void findsTheLeastInEveryOrder() {
    for (int order = 0; order < 256; order++) {
      check(new long[] {order & 3, order >> 2 & 3, order >> 4 & 3, order >> 6}, "order " + order);
    }
  }

  @Test
  void eachBitCounts() {
    Random random = new Random(1);
    for (int bit = 0; bit < 57; bit++) {
      for (int i = 0; i < 50; i++) {
        long base = random.nextLong() >> 7;
        long[] numbers = {base, base, base, base};
        numbers[random.nextInt(4)] ^= bit == 56 ? -1L << 56 : 1L << bit;
        check(numbers, "bit " + bit);
      }
    }
  }

  private void check(long[] numbers, String where) {
    for (int i = 0; i < 4; i++) {
      dut.port("numbers_i").setBits(57 * i, 57, numbers[i] & (1L << 57) - 1);
    }
    dut.set("valid_i", 1);
    dut.clock(2);
    assertEquals(MarginBooks.least(numbers), dut.get("least_o") << 7 >> 7, where);
  }
}
