package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scan over random tables: every entry in use once, in order, and no reads after the last. */
class SlotScanTest {
  @Rtl(module = "slot_scan")
  RtlModule dut;

  @Test
  void visitsEveryEntryInUseOnceHoweverLongAVisitTakes() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Integer> expected = new ArrayList<>();
      boolean[] used = new boolean[40];
      for (int entry = 0; entry < used.length; entry++) {
        used[entry] = random.nextInt(4) == 0;
        if (used[entry]) {
          expected.add(entry);
        }
      }
      List<Integer> visited = new ArrayList<>();
      dut.set("count_i", expected.size());
      dut.set("start_i", 1);
      dut.clock();
      dut.set("start_i", 0);
      dut.eval();
      int highest = -1;
      while (dut.get("done_o") == 0) {
        boolean valid = dut.get("valid_o") == 1;
        boolean advance = valid && random.nextBoolean();
        if (advance) {
          visited.add((int) dut.get("visited_o"));
        }
        dut.set("advance_i", advance ? 1 : 0);
        dut.set("used_i", random.nextInt(2));
        dut.eval();
        if (advance && dut.get("used_i") == 1) {
          assertEquals(0, dut.get("read_o"), "seed " + seed);
        }
        highest = serve(used, highest);
        // During a visit others may read the table.
        if (valid && !advance) {
          dut.set("present_i", random.nextInt(2));
        }
        dut.eval();
      }
      assertEquals(expected, visited, "seed " + seed);
      int last = expected.isEmpty() ? -1 : expected.get(expected.size() - 1);
      assertEquals(last, highest, "seed " + seed);
      dut.set("advance_i", 0);
      dut.clock();
    }
  }

  @Test
  void looksAtAnEntryEachCycle() {
    dut.set("count_i", 1);
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    dut.set("present_i", 0);
    for (int entry = 0; entry < 30; entry++) {
      dut.eval();
      assertEquals(1, dut.get("read_o"));
      assertEquals(entry, dut.get("index_o"));
      dut.clock();
    }
  }

  /** Clocks, and answers the read that was asked for; the highest entry read so far. */
  private int serve(boolean[] used, int highest) {
    boolean read = dut.get("read_o") == 1;
    int index = (int) dut.get("index_o");
    dut.clock();
    if (!read) {
      return highest;
    }
    dut.set("present_i", used[index] ? 1 : 0);
    return Math.max(highest, index);
  }
}
