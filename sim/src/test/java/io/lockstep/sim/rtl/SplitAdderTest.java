package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The adder against the JDK's, with many carries across its parts. */
class SplitAdderTest {
  @Test
  void addsAndSubtractsModulo48Bits(@Rtl(module = "split_adder") RtlModule dut) {
    check(dut, 48);
  }

  @Test
  void addsAndSubtractsInTwoParts(
      @Rtl(
              module = "split_adder",
              parameters = {"WIDTH=28", "PART=14"})
          RtlModule dut) {
    check(dut, 28);
  }

  @Test
  void itsLastPartMayBeShorter(
      @Rtl(
              module = "split_adder",
              parameters = {"WIDTH=29", "PART=14"})
          RtlModule dut) {
    check(dut, 29);
  }

  @Test
  void itsLastPartMayBeLonger(@Rtl(module = "split_adder", parameters = "PARTS=3") RtlModule dut) {
    check(dut, 48);
  }

  private static void check(RtlModule dut, int bits) {
    long mask = (1L << bits) - 1;
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      long a = operand(random) & mask;
      long b = operand(random) & mask;
      dut.set("a_i", a);
      dut.set("b_i", b);
      dut.set("subtract_i", 0);
      dut.eval();
      assertEquals(a + b & mask, dut.get("sum_o"), a + " + " + b);
      dut.set("subtract_i", 1);
      dut.eval();
      assertEquals(a - b & mask, dut.get("sum_o"), a + " - " + b);
    }
  }

  /** Runs of ones and zeros make carries travel. */
  private static long operand(Random random) {
    long run = -1L >>> random.nextInt(64);
    return random.nextBoolean() ? run << random.nextInt(48) : random.nextLong();
  }
}
