package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The adder against the JDK's, with many carries across its parts. */
class SplitAdderTest {
  private static final long MASK = (1L << 48) - 1;

  @Rtl(module = "split_adder")
  RtlModule dut;

  @Test
  void addsAndSubtractsModulo48Bits() {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      long a = operand(random);
      long b = operand(random);
      dut.set("a_i", a);
      dut.set("b_i", b);
      dut.set("subtract_i", 0);
      dut.eval();
      assertEquals(a + b & MASK, dut.get("sum_o"), a + " + " + b);
      dut.set("subtract_i", 1);
      dut.eval();
      assertEquals(a - b & MASK, dut.get("sum_o"), a + " - " + b);
    }
  }

  /** Runs of ones and zeros make carries travel. */
  private static long operand(Random random) {
    long run = -1L >>> random.nextInt(64);
    return (random.nextBoolean() ? run << random.nextInt(48) : random.nextLong()) & MASK;
  }
}
