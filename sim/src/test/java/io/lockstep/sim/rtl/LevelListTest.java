package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A level's FIFO, its links kept as the module says, against a plain list: whatever joins and
 * leaves, a walk from head to tail meets the same orders in the same order.
 */
class LevelListTest {
  private static final int SLOTS = 1 << 20;
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");

  @Rtl(module = "level_list")
  RtlModule dut;

  private final Random random = new Random(1);
  private final List<Integer> orders = new ArrayList<>();
  private final int[] next = random.ints(SLOTS, 0, SLOTS).toArray();
  private final int[] prev = random.ints(SLOTS, 0, SLOTS).toArray();

  @Test
  void aWalkMeetsTheOrdersInTheOrderInWhichTheyJoined() {
    for (int step = 0; step < 20_000; step++) {
      int most = step / 1_000 % 2 == 0 ? 3 : 12;
      if (orders.isEmpty() || (orders.size() < most && random.nextBoolean())) {
        join(freeSlot());
      } else {
        leave(random.nextInt(orders.size()));
      }
      expectWalk("step " + step);
    }
  }

  @Test
  void theTotalIsLeftAlone() {
    long total = (1L << 48) - 2;
    LEVEL.set(dut.port("level_i"), "total", total);
    for (String does : new String[] {"link_i", "unlink_i"}) {
      dut.set(does, 1);
      dut.eval();
      assertEquals(total, LEVEL.get(dut.port("level_o"), "total"), does);
      dut.set(does, 0);
    }
  }

  @Test
  void changesNothingWhenNoOrderJoinsOrLeaves() {
    join(7);
    join(8);
    dut.set("link_i", 0);
    for (int slot : new int[] {7, 8, 9}) {
      for (int occupied = 0; occupied < 2; occupied++) {
        dut.set("slot_i", slot);
        dut.set("occupied_i", occupied);
        apply();
        expectWalk("slot " + slot);
        assertEquals(0, dut.get("next_write_o") + dut.get("prev_write_o"));
      }
    }
  }

  private int freeSlot() {
    int slot = random.nextInt(8);
    slot = random.nextBoolean() ? slot : SLOTS - 1 - slot;
    return orders.contains(slot) ? freeSlot() : slot;
  }

  private void join(int slot) {
    dut.set("link_i", 1);
    dut.set("unlink_i", 0);
    give(slot);
    // Before the first order joins, head and tail are whatever lay there, also its own slot.
    if (orders.isEmpty()) {
      LEVEL.set(dut.port("level_i"), "head", random.nextBoolean() ? slot : random.nextInt(SLOTS));
      LEVEL.set(dut.port("level_i"), "tail", random.nextBoolean() ? slot : random.nextInt(SLOTS));
    }
    apply();
    orders.add(slot);
  }

  private void leave(int index) {
    int slot = orders.get(index);
    dut.set("link_i", 0);
    dut.set("unlink_i", 1);
    give(slot);
    apply();
    orders.remove(index);
  }

  private void give(int slot) {
    dut.set("occupied_i", orders.isEmpty() ? 0 : 1);
    dut.set("slot_i", slot);
    dut.set("prev_i", prev[slot]);
    dut.set("next_i", next[slot]);
  }

  /** Makes of level and links what the module says. */
  private void apply() {
    dut.eval();
    if (dut.get("next_write_o") == 1) {
      next[(int) dut.get("next_slot_o")] = (int) dut.get("next_o");
    }
    if (dut.get("prev_write_o") == 1) {
      prev[(int) dut.get("prev_slot_o")] = (int) dut.get("prev_o");
    }
    for (String end : new String[] {"head", "tail"}) {
      LEVEL.set(dut.port("level_i"), end, LEVEL.get(dut.port("level_o"), end));
    }
  }

  private void expectWalk(String where) {
    if (orders.isEmpty()) {
      return;
    }
    int slot = (int) LEVEL.get(dut.port("level_i"), "head");
    for (int i = 0; i < orders.size(); i++) {
      assertEquals(orders.get(i), slot, where);
      if (i > 0) {
        assertEquals(orders.get(i - 1), prev[slot], where);
      }
      if (i < orders.size() - 1) {
        slot = next[slot];
      }
    }
    assertEquals(slot, LEVEL.get(dut.port("level_i"), "tail"), where);
  }
}
