package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bit finder against the JDK's, over every single bit, pairs of bits and random words. */
class FindBitTest {
  @Rtl(module = "find_bit")
  RtlModule dut;

  @Test
  void findsTheLowestBit() {
    for (int i = 0; i < Long.SIZE; i++) {
      for (int j = 0; j < Long.SIZE; j++) {
        check(1L << i | 1L << j);
      }
    }
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      check(random.nextLong() & random.nextLong() & random.nextLong());
    }
  }

  private void check(long word) {
    if (word == 0) {
      return;
    }
    int groups = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      groups |= (word >>> 8 * i & 0xFF) != 0 ? 1 << i : 0;
    }
    dut.set("word_i", word);
    dut.set("groups_i", groups);
    dut.eval();
    assertEquals(Long.numberOfTrailingZeros(word), dut.get("bit_o"), Long.toHexString(word));
  }
}
