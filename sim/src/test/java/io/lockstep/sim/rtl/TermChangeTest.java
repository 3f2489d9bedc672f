package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One term less another, of pieces and bases with every carry between the parts. */
class TermChangeTest {
  private static final PackedStruct PIECES = PackedStruct.of("margin_pkg", "pieces_t");
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(50);

  @Rtl(module = "term_change")
  RtlModule dut;

  @Test
  void subtractsModuloTheTermsWidth() {
    Random random = new Random(1);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 100_000; i++) {
      dut.set("valid_i", 1);
      BigInteger change = give(random, "after").subtract(give(random, "before")).mod(MODULUS);
      long expected = change.longValue() << 14 >> 14;
      String where = "change " + i;
      timetable.in(2, () -> assertEquals(expected & (1L << 29) - 1, dut.get("low_o"), where));
      timetable.in(3, () -> assertEquals(expected >> 29, dut.get("high_o") << 36 >> 36, where));
      timetable.clock();
    }
    timetable.drain();
  }

  private BigInteger give(Random random, String which) {
    long low = number(random, 44) - (random.nextInt(3) == 0 ? 1L << 43 : 0);
    long high = number(random, 38) - (random.nextInt(3) == 0 ? 1L << 37 : 0);
    long base = number(random, 50);
    RtlPort port = dut.port(which + "_i");
    PIECES.set(port, "low", low & (1L << 45) - 1);
    PIECES.set(port, "high", high & (1L << 39) - 1);
    dut.set(which + "_base_i", base);
    return BigInteger.valueOf(high).shiftLeft(17).add(BigInteger.valueOf(low + base));
  }

  private static long number(Random random, int bits) {
    long number = random.nextLong(1L << bits) >> random.nextInt(bits);
    return random.nextInt(3) == 0 ? number | (1L << Math.min(29, bits)) - 1 : number;
  }
}
