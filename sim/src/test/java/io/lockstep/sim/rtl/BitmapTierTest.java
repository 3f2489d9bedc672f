package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** One tier of the bitmap against an array of words. */
class BitmapTierTest {
  private static final int INSTRUMENTS = 2;
  private static final int WORDS = 4;

  @Rtl(
      module = "bitmap_tier",
      parameters = {"INSTRUMENTS=2", "WORDS=4"})
  RtlModule dut;

  @Test
  void setsAndClearsBitsOfThePathAndFindsTheNextBeyondIt() {
    Random random = new Random(1);
    long[][] words = new long[INSTRUMENTS][WORDS];
    boolean[][] valid = new boolean[INSTRUMENTS][WORDS];
    for (int step = 0; step < 20_000; step++) {
      int instrument = random.nextInt(INSTRUMENTS);
      int word = random.nextInt(WORDS);
      int bit = random.nextInt(64);
      dut.set("read_i", 1);
      dut.set("instrument_i", instrument);
      dut.set("word_i", word);
      dut.set("bit_i", bit);
      dut.clock();
      dut.set("read_i", 0);

      // A word that the tier above does not know counts as empty, whatever it holds.
      long stored = words[instrument][word];
      long value = valid[instrument][word] ? stored : 0;
      boolean up = random.nextBoolean();
      boolean all = random.nextInt(4) == 0;
      dut.set("up_i", up ? 1 : 0);
      dut.set("all_i", all ? 1 : 0);
      dut.set("mark_i", 1);
      dut.clock();
      dut.set("mark_i", 0);
      dut.eval();
      long others = stored & ~(1L << bit);
      assertEquals(others == 0 ? 1 : 0, dut.get("alone_o"));
      assertEquals(stored >>> bit & 1, dut.get("occupied_o"));
      long beyond = up ? stored & -2L << bit : stored & (1L << bit) - 1;
      long candidates = all ? stored : beyond;
      assertEquals(candidates != 0 ? 1 : 0, dut.get("hit_o"), "step " + step);
      if (candidates != 0) {
        int expected =
            up
                ? Long.numberOfTrailingZeros(candidates)
                : 63 - Long.numberOfLeadingZeros(candidates);
        assertEquals(expected, dut.get("hit_bit_o"), "step " + step);
      }

      boolean vacate = (value >>> bit & 1) != 0 && random.nextInt(3) > 0;
      dut.set("valid_i", valid[instrument][word] ? 1 : 0);
      dut.set(vacate ? "vacate_i" : "occupy_i", 1);
      dut.clock();
      dut.set("occupy_i", 0);
      dut.set("vacate_i", 0);
      words[instrument][word] = vacate ? others : value | 1L << bit;
      valid[instrument][word] = words[instrument][word] != 0;
    }
  }

  @Test
  void clearsTheFirstWordOfAnInstrument() {
    path(1, 0, 5);
    dut.clock();
    dut.set("valid_i", 1);
    dut.set("occupy_i", 1);
    dut.clock();
    dut.set("occupy_i", 0);
    path(1, 0, 5);
    dut.clock();
    assertEquals(1, dut.get("occupied_o"));
    dut.set("clear_i", 1);
    dut.clock();
    dut.set("clear_i", 0);
    path(1, 0, 5);
    dut.clock();
    assertEquals(0, dut.get("occupied_o"));
  }

  private void path(int instrument, int word, int bit) {
    dut.set("instrument_i", instrument);
    dut.set("word_i", word);
    dut.set("bit_i", bit);
    dut.set("read_i", 1);
    dut.clock();
    dut.set("read_i", 0);
  }
}
