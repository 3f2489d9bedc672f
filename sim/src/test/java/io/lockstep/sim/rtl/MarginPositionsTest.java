package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions that change every cycle, against plain numbers; their lists. */
class MarginPositionsTest {
  private static final int POSITIONS = 8;
  private static final PackedStruct BOUND = PackedStruct.of("margin_stage_pkg", "bound_t");
  private static final PackedStruct LOTS = PackedStruct.of("margin_stage_pkg", "lots_t");

  @Rtl(module = "margin_positions", parameters = "POSITIONS=8")
  RtlModule dut;

  @BeforeEach
  void clear() {
    dut.set("clear_i", 1);
    for (int slot = 0; slot < POSITIONS; slot++) {
      dut.set("write_slot_i", slot);
      dut.clock();
    }
    dut.set("clear_i", 0);
  }

  @Test
  void changesOfOnePositionFollowEachOtherAtOnce() {
    for (int slot = 0; slot < POSITIONS; slot++) {
      bind(slot, 1);
    }
    Random random = new Random(1);
    long[] pos = new long[POSITIONS];
    long[] bids = new long[POSITIONS];
    long[] asks = new long[POSITIONS];
    int before = -1;
    for (int cycle = 0; cycle < 5_000; cycle++) {
      int slot = random.nextInt(random.nextBoolean() ? 2 : POSITIONS);
      dut.set("read_i", 1);
      dut.set("slot_i", slot);
      boolean looks = random.nextInt(4) == 0;
      boolean sells = random.nextBoolean();
      long traded = random.nextInt(1_000);
      long opened = random.nextInt(1_000);
      dut.set("change_i", before >= 0 ? 1 : 0);
      dut.set("trial_i", looks ? 1 : 0);
      dut.set("sell_i", sells ? 1 : 0);
      dut.set("traded_i", traded);
      dut.set("opened_i", opened);
      dut.eval();
      if (before >= 0) {
        assertLots("before_o", pos[before], bids[before], asks[before]);
        long after = pos[before] + (sells ? -traded : traded);
        long moreBids = bids[before] + (sells ? 0 : opened);
        long moreAsks = asks[before] + (sells ? opened : 0);
        assertLots("after_o", after, moreBids, moreAsks);
        if (!looks) {
          pos[before] = after;
          bids[before] = moreBids;
          asks[before] = moreAsks;
        }
      }
      dut.clock();
      before = slot;
    }
  }

  @Test
  void aFreedSlotIsNotOpenNorOneBeyondTheLast() {
    bind(3, 1);
    read(3);
    assertEquals(1, BOUND.get(dut.port("bound_o"), "open"));
    read(3 + POSITIONS);
    assertEquals(0, BOUND.get(dut.port("bound_o"), "open"));
    bind(3, 0);
    read(3);
    assertEquals(0, BOUND.get(dut.port("bound_o"), "open"));
  }

  @Test
  void aListIsWalkedOnePositionACycle() {
    for (int slot = 0; slot < POSITIONS; slot++) {
      dut.set("write_next_valid_i", slot > 0 ? 1 : 0);
      dut.set("write_next_i", Math.max(0, slot - 1));
      bind(slot, 1);
    }
    dut.set("follow_i", 1);
    dut.set("follow_slot_i", POSITIONS - 1);
    dut.clock();
    for (int slot = POSITIONS - 2; slot >= 0; slot--) {
      assertEquals(1, dut.get("next_valid_o"));
      assertEquals(slot, dut.get("next_o"));
      dut.set("follow_slot_i", slot);
      dut.clock();
    }
    assertEquals(0, dut.get("next_valid_o"));
  }

  private void bind(int slot, int open) {
    dut.set("bind_i", 1);
    dut.set("write_slot_i", slot);
    BOUND.set(dut.port("write_bound_i"), "open", open);
    dut.clock();
    dut.set("bind_i", 0);
  }

  private void read(int slot) {
    dut.set("read_i", 1);
    dut.set("slot_i", slot);
    dut.clock();
    dut.set("read_i", 0);
  }

  private void assertLots(String port, long pos, long bids, long asks) {
    assertEquals(pos & 0x1FFF_FFFF, LOTS.get(dut.port(port), "pos"), port + " pos");
    assertEquals(bids & 0xFFF_FFFF, LOTS.get(dut.port(port), "bids"), port + " bids");
    assertEquals(asks & 0xFFF_FFFF, LOTS.get(dut.port(port), "asks"), port + " asks");
  }
}
