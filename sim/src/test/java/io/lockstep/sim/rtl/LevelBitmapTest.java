package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bitmap of one, two and three tiers against {@link BitSet}, sparse and dense. */
class LevelBitmapTest {
  private static final int INSTRUMENTS = 2;
  private static final int STEPS = 20_000;
  private static final int SEARCH_CYCLES_MOST = 16;

  @Test
  void agreesWithABitSetOfOneTier(
      @Rtl(
              module = "level_bitmap",
              parameters = {"INSTRUMENTS=2", "LEVELS=64"})
          RtlModule dut) {
    compare(dut, 64);
  }

  @Test
  void agreesWithABitSetOfTwoTiers(
      @Rtl(
              module = "level_bitmap",
              parameters = {"INSTRUMENTS=2", "LEVELS=1024"})
          RtlModule dut) {
    compare(dut, 1024);
  }

  @Test
  void agreesWithABitSetOfThreeTiers(
      @Rtl(
              module = "level_bitmap",
              parameters = {"INSTRUMENTS=2", "LEVELS=16384"})
          RtlModule dut) {
    compare(dut, 16_384);
  }

  @Test
  void findsANeighbourInTwoCyclesAndTheNextWordInFive(
      @Rtl(
              module = "level_bitmap",
              parameters = {"INSTRUMENTS=2", "LEVELS=1024"})
          RtlModule dut) {
    clear(dut);
    occupy(dut, 0, 500);
    occupy(dut, 0, 510);
    occupy(dut, 0, 100);
    path(dut, 0, 510);
    assertEquals(2, search(dut, false, false));
    assertEquals(500, dut.get("index_o"));
    path(dut, 0, 500);
    assertEquals(5, search(dut, false, false));
    assertEquals(100, dut.get("index_o"));
  }

  @Test
  void anAbortedSearchIsNeverDone(
      @Rtl(
              module = "level_bitmap",
              parameters = {"INSTRUMENTS=2", "LEVELS=1024"})
          RtlModule dut) {
    clear(dut);
    occupy(dut, 0, 500);
    occupy(dut, 0, 510);
    occupy(dut, 0, 100);
    for (int index : new int[] {510, 500, 100}) {
      path(dut, 0, index);
      dut.set("search_i", 1);
      dut.clock();
      dut.set("search_i", 0);
      dut.set("abort_i", 1);
      path(dut, 0, 510);
      dut.set("abort_i", 0);
      for (int cycle = 0; cycle < SEARCH_CYCLES_MOST; cycle++) {
        assertEquals(0, dut.get("done_o"));
        dut.clock();
      }
      assertEquals(2, search(dut, false, false));
      assertEquals(500, dut.get("index_o"));
    }
  }

  @Test
  void aReadAsASearchIsDoneTakesThePathToWhatItFound(
      @Rtl(
              module = "level_bitmap",
              parameters = {"INSTRUMENTS=2", "LEVELS=1024"})
          RtlModule dut) {
    clear(dut);
    for (int index : new int[] {1000, 500, 490, 100}) {
      occupy(dut, 1, index);
    }
    path(dut, 1, 1000);
    for (int index : new int[] {500, 490, 100}) {
      search(dut, false, false);
      assertEquals(index, dut.get("index_o"));
      dut.set("read_i", 1);
      dut.set("instrument_i", 0);
      dut.set("index_i", 7);
      dut.clock();
      dut.set("read_i", 0);
      dut.clock();
      assertEquals(1, dut.get("occupied_o"));
    }
  }

  private static void compare(RtlModule dut, int levels) {
    Random random = new Random(levels);
    BitSet[] expected = {new BitSet(), new BitSet()};
    clear(dut);
    for (int step = 0; step < STEPS; step++) {
      String where = "levels " + levels + ", step " + step;
      int instrument = random.nextInt(INSTRUMENTS);
      BitSet bits = expected[instrument];
      // Dense and sparse spells, and indices that are often set already.
      boolean filling = step / 500 % 2 == 0;
      int index = random.nextInt(levels);
      if (random.nextInt(3) > 0 && bits.nextSetBit(index) >= 0) {
        index = bits.nextSetBit(index);
      }
      path(dut, instrument, index);
      // A search and a vacation need not wait until it is known whether the level is occupied.
      boolean early = bits.get(index) && random.nextBoolean();
      if (!early) {
        dut.clock();
        assertEquals(bits.get(index) ? 1 : 0, dut.get("occupied_o"), where);
      }
      int action = random.nextInt(5);
      if (action < 2) {
        if (bits.get(index) && action == 1) {
          dut.set("vacate_i", 1);
          bits.clear(index);
        }
        check(dut, bits, index, random, levels, where);
      } else if (bits.get(index) && (early || !filling)) {
        dut.set("vacate_i", 1);
        bits.clear(index);
        dut.clock();
      } else if (!early) {
        dut.set("occupy_i", 1);
        bits.set(index);
        dut.clock();
      }
      dut.set("occupy_i", 0);
      dut.set("vacate_i", 0);
    }
  }

  private static void check(
      RtlModule dut, BitSet bits, int index, Random random, int levels, String where) {
    boolean up = random.nextBoolean();
    boolean wrap = random.nextBoolean();
    search(dut, up, wrap);
    int found = up ? bits.nextSetBit(index + 1) : index == 0 ? -1 : bits.previousSetBit(index - 1);
    if (found < 0 && wrap) {
      found = up ? bits.nextSetBit(0) : bits.previousSetBit(levels - 1);
    }
    assertEquals(found >= 0 ? 1 : 0, dut.get("found_o"), where);
    if (found >= 0) {
      assertEquals(found, dut.get("index_o"), where);
    }
  }

  /** Cycles from the search to its answer. */
  private static int search(RtlModule dut, boolean up, boolean wrap) {
    dut.set("search_i", 1);
    dut.set("up_i", up ? 1 : 0);
    dut.set("wrap_i", wrap ? 1 : 0);
    dut.clock();
    dut.set("search_i", 0);
    dut.set("vacate_i", 0);
    return 1 + dut.clockUntil(dut.port("done_o"), 1, SEARCH_CYCLES_MOST);
  }

  private static void occupy(RtlModule dut, int instrument, int index) {
    path(dut, instrument, index);
    dut.clock();
    dut.set("occupy_i", 1);
    dut.clock();
    dut.set("occupy_i", 0);
  }

  /** Not in the cycle in which a search is done: a read then is of what it found. */
  private static void path(RtlModule dut, int instrument, int index) {
    if (dut.get("done_o") == 1) {
      dut.clock();
    }
    dut.set("read_i", 1);
    dut.set("instrument_i", instrument);
    dut.set("index_i", index);
    dut.clock();
    dut.set("read_i", 0);
  }

  private static void clear(RtlModule dut) {
    dut.set("clear_i", 1);
    for (int instrument = 0; instrument < INSTRUMENTS; instrument++) {
      dut.set("instrument_i", instrument);
      dut.clock();
    }
    dut.set("clear_i", 0);
  }
}
