package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The ladder against a sorted map, in windows that begin anywhere. */
class LadderTest {
  private static final int LEVELS = 256;
  private static final int[] BASES = {0, -100, 1_000_000_007, -2_147_483_647};
  private static final int STEPS = 20_000;
  private static final int SEARCH_CYCLES_MOST = 16;
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");

  @Rtl(
      module = "ladder",
      parameters = {"INSTRUMENTS=4", "LEVELS=256"})
  RtlModule dut;

  @Test
  void keepsLevelsAndFindsTheNextInsideTheWindowOnly() {
    Random random = new Random(1);
    clear();
    for (int i = 0; i < BASES.length; i++) {
      compare(random, i, new TreeMap<>());
    }
  }

  private void compare(Random random, int instrument, TreeMap<Integer, Long> expected) {
    int base = BASES[instrument];
    dut.set("base_i", base);
    for (int step = 0; step < STEPS; step++) {
      String where = "base " + base + ", step " + step;
      int price = base + random.nextInt(LEVELS);
      if (random.nextBoolean() && expected.ceilingKey(price) != null) {
        price = expected.ceilingKey(price);
      }
      read(instrument, price);
      dut.clock();
      Long total = expected.get(price);
      assertEquals(total != null ? 1 : 0, dut.get("occupied_o"), where);
      if (total != null) {
        assertEquals(total, LEVEL.get(dut.port("level_o"), "total"), where);
      }
      if (total == null && random.nextBoolean()) {
        long added = random.nextInt(1 << 28);
        put(added);
        expected.put(price, added);
      } else {
        boolean vacates = total != null && expected.size() > random.nextInt(20);
        if (vacates) {
          dut.set("vacate_i", 1);
          expected.remove(price);
        }
        search(random.nextBoolean(), expected, price, where);
      }
    }
  }

  private void search(boolean up, TreeMap<Integer, Long> expected, int price, String where) {
    dut.set("search_i", 1);
    dut.set("up_i", up ? 1 : 0);
    dut.clock();
    dut.set("search_i", 0);
    dut.set("vacate_i", 0);
    dut.clockUntil(dut.port("done_o"), 1, SEARCH_CYCLES_MOST);
    Integer found = up ? expected.higherKey(price) : expected.lowerKey(price);
    assertEquals(found != null ? 1 : 0, dut.get("found_o"), where);
    if (found != null) {
      assertEquals((long) found, dut.port("price_o").getSigned(), where);
      assertEquals((long) expected.get(found), LEVEL.get(dut.port("level_o"), "total"), where);
      assertEquals(found & 0xFF, LEVEL.get(dut.port("level_o"), "head"), where);
    }
  }

  private void put(long total) {
    LEVEL.set(dut.port("level_i"), "total", total);
    LEVEL.set(dut.port("level_i"), "head", dut.get("index_i"));
    dut.set("write_i", 1);
    dut.set("occupy_i", 1);
    dut.clock();
    dut.set("write_i", 0);
    dut.set("occupy_i", 0);
  }

  private void read(int instrument, int price) {
    dut.set("read_i", 1);
    dut.set("instrument_i", instrument);
    dut.set("index_i", price & (LEVELS - 1));
    dut.clock();
    dut.set("read_i", 0);
  }

  private void clear() {
    dut.set("clear_i", 1);
    for (int instrument = 0; instrument < BASES.length; instrument++) {
      dut.set("instrument_i", instrument);
      dut.clock();
    }
    dut.set("clear_i", 0);
  }
}
