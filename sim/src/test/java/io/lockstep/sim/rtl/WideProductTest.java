package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Products against the JDK's, of numbers that are long runs of ones or zeros, or at their ends. */
class WideProductTest {
  @Rtl(module = "wide_product", parameters = "BITS=74")
  RtlModule dut;

  @Test
  void multipliesSignedNumbers() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 50_000; i++) {
      long a = operand(random, 53);
      long b = operand(random, 35);
      boolean valid = random.nextInt(4) > 0;
      dut.set("valid_i", valid ? 1 : 0);
      dut.set("a_i", a & -1L >>> 11);
      dut.set("b_i", b & -1L >>> 29);
      if (valid) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        String where = a + " * " + b;
        timetable.in(
            3,
            () -> {
              RtlPort port = dut.port("product_o");
              assertEquals(product.longValue(), port.getBits(0, 64), where);
              assertEquals(product.shiftRight(64).longValue() & 0x3FF, port.getBits(64, 10), where);
            });
      }
      timetable.clock();
    }
    timetable.drain();
  }

  private static long operand(Random random, int bits) {
    long end = 1L << bits - 1;
    return switch (random.nextInt(6)) {
      case 0 -> -end;
      case 1 -> end - 1;
      case 2 -> random.nextInt(3) - 1;
      default -> random.nextLong(-end, end) >> random.nextInt(bits);
    };
  }
}
