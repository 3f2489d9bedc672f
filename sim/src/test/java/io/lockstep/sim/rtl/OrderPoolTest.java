package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order pool against arrays: all parts written independently, reads in the same cycle. */
class OrderPoolTest {
  private static final int ORDERS = 16;
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct WRITE = PackedStruct.of("pool_write_t");

  @Rtl(module = "order_pool", parameters = "ORDERS=16")
  RtlModule dut;

  @Test
  void keepsEachPartOfARecordAndClearsSlots() {
    Random random = new Random(1);
    long[] ids = new long[ORDERS];
    long[] open = new long[ORDERS];
    long[] next = new long[ORDERS];
    long[] prev = new long[ORDERS];
    RtlPort write = dut.port("write_i");
    fill(write);
    for (int cycle = 0; cycle < 20_000; cycle++) {
      int slot = random.nextInt(ORDERS);
      int nextSlot = random.nextInt(ORDERS);
      int prevSlot = random.nextInt(ORDERS);
      boolean insert = random.nextInt(3) == 0;
      boolean state = random.nextInt(3) == 0;
      boolean clear = random.nextInt(10) == 0;
      if (insert) {
        ids[slot] = random.nextLong();
      }
      if (clear) {
        open[slot] = 0;
      } else if (state) {
        open[slot] = random.nextInt(3) == 0 ? 0 : random.nextInt(1 << 28);
      }
      next[nextSlot] = random.nextInt(ORDERS);
      prev[prevSlot] = random.nextInt(ORDERS);
      dut.set("clear_i", clear ? 1 : 0);
      WRITE.set(write, "insert", insert ? 1 : 0);
      WRITE.set(write, "change", state && !clear ? 1 : 0);
      WRITE.set(write, "slot", slot);
      WRITE.set(write, "state.live", open[slot] != 0 ? 1 : 0);
      WRITE.set(write, "state.open", open[slot]);
      WRITE.set(write, "state.filled", open[slot] / 2);
      WRITE.set(write, "order.id", ids[slot]);
      WRITE.set(write, "next_write", 1);
      WRITE.set(write, "next_slot", nextSlot);
      WRITE.set(write, "next", next[nextSlot]);
      WRITE.set(write, "prev_write", 1);
      WRITE.set(write, "prev_slot", prevSlot);
      WRITE.set(write, "prev", prev[prevSlot]);
      int read = random.nextInt(ORDERS);
      dut.set("slot_i", read);
      dut.clock();
      RtlPort entry = dut.port("entry_o");
      String where = "cycle " + cycle;
      assertEquals(ids[read], ENTRY.get(entry, "order.id"), where);
      assertEquals(open[read], ENTRY.get(entry, "state.open"), where);
      assertEquals(open[read] / 2, ENTRY.get(entry, "state.filled"), where);
      assertEquals(open[read] != 0 ? 1 : 0, ENTRY.get(entry, "state.live"), where);
      assertEquals(next[read], ENTRY.get(entry, "next"), where);
      assertEquals(prev[read], ENTRY.get(entry, "prev"), where);
    }
  }

  private void fill(RtlPort write) {
    dut.set("read_i", 1);
    for (String part : new String[] {"insert", "change", "next_write", "prev_write"}) {
      WRITE.set(write, part, 1);
    }
    for (int slot = 0; slot < ORDERS; slot++) {
      for (String place : new String[] {"slot", "next_slot", "prev_slot"}) {
        WRITE.set(write, place, slot);
      }
      dut.clock();
    }
  }
}
