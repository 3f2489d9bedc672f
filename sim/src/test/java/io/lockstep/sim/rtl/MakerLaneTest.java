package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The lane against plain numbers: makers come by with pauses and gaps, of the taker's owner or not,
 * with lots below, at and above what is left, up to 2^28 - 1. What is left is checked whenever a
 * maker acts that does not use it up.
 */
class MakerLaneTest {
  private static final long MOST = (1L << 28) - 1;
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct ORDER = PackedStruct.of("order_t");

  @Rtl(module = "maker_lane")
  RtlModule dut;

  private Random random;
  private long left;
  private long open;
  private long filled;
  private long account;
  private long group;
  private boolean sound;
  private int slot;
  private boolean tail;

  @BeforeEach
  void seed() {
    random = new Random(1);
  }

  @Test
  void followsWhatIsLeftFromMakerToMaker() {
    int filling = 0;
    int evening = 0;
    for (int round = 0; round < 3_000; round++) {
      load(random.nextInt(4) == 0 ? MOST : 1 + random.nextLong(MOST));
      boolean ends = false;
      for (int maker = 0; maker < 8 && !ends; maker++) {
        gap();
        offer();
        boolean own = account == 5 || (group == taker("group") && taker("group") != 0);
        look(1, 0);
        String where = "round " + round + " maker " + maker;
        assertEquals(1, dut.get("act_o"), where);
        expectMaker(own, where);
        pause();
        expectMaker(own, where);
        if (!own) {
          filling += open <= left ? 1 : 0;
          evening += open == left ? 1 : 0;
          ends = open >= left;
          left -= Math.min(left, open);
        }
      }
      if (ends) {
        // The one after the last is looked at but does not act.
        offer();
        look(1, 1);
        assertEquals(0, dut.get("act_o"));
      }
    }
    assertEquals(true, filling > 1_000 && evening > 100, filling + " " + evening);
  }

  @Test
  void whatIsLeftStaysWhenAMakerOfTheOwnersStopsMatching() {
    load(9);
    take(4, 7);
    take(3, 5);
    look(1, 1);
    assertEquals(0, dut.get("act_o"));
    assertEquals(5, dut.get("left_o"));
  }

  @Test
  void groupZeroMakesNobodyAnOwner() {
    ORDER.set(dut.port("taker_i"), "account", 5);
    load(9);
    take(4, 7);
    assertEquals(0, dut.get("is_own_o"));
    assertEquals(5, dut.get("left_o"));
  }

  @Test
  void nothingActsAfterALoadOrAReset() {
    load(9);
    take(4, 7);
    load(9);
    assertEquals(0, dut.get("act_o"));
    assertEquals(9, dut.get("left_o"));
    take(4, 7);
    dut.reset();
    assertEquals(0, dut.get("act_o"));
  }

  private void take(long lots, long ofAccount) {
    ORDER.set(dut.port("taker_i"), "account", 5);
    ENTRY.set(dut.port("entry_i"), "state.open", lots);
    ENTRY.set(dut.port("entry_i"), "order.account", ofAccount);
    look(1, 0);
  }

  private void load(long lots) {
    left = lots;
    ORDER.set(dut.port("taker_i"), "account", 5);
    ORDER.set(dut.port("taker_i"), "group", random.nextInt(3) * 0x7FFF_FFFFL);
    dut.set("lots_i", lots);
    dut.set("load_i", 1);
    dut.set("step_i", 0);
    dut.clock();
    dut.set("load_i", 0);
    assertEquals(left, dut.get("left_o"));
  }

  /** A maker that fits in what is left, or takes all of it, or just not. */
  private void offer() {
    long near = left + random.nextInt(3) - 1;
    open = random.nextInt(4) == 0 ? near : random.nextLong(MOST) >> random.nextInt(28);
    open = Math.max(1, Math.min(MOST, open));
    filled = random.nextLong(MOST - open + 1);
    account = 4 + random.nextInt(6);
    group = random.nextInt(3) * 0x7FFF_FFFFL;
    sound = random.nextInt(4) != 0;
    slot = random.nextInt(1 << 20);
    tail = random.nextBoolean();
    RtlPort entry = dut.port("entry_i");
    boolean parked = !sound && random.nextBoolean();
    ENTRY.set(entry, "state.live", sound || parked ? 1 : 0);
    ENTRY.set(entry, "state.parked", parked ? 1 : 0);
    ENTRY.set(entry, "state.open", open);
    ENTRY.set(entry, "state.filled", filled);
    ENTRY.set(entry, "order.account", account);
    ENTRY.set(entry, "order.group", group);
    dut.set("slot_i", slot);
    dut.set("tail_i", tail ? slot : slot ^ 1 << random.nextInt(20));
  }

  /** Steps in which no maker is at hand, and cycles without a step: nothing of them counts. */
  private void gap() {
    while (random.nextInt(3) == 0) {
      offer();
      if (random.nextBoolean()) {
        pause();
      } else {
        look(0, 0);
        assertEquals(0, dut.get("act_o"));
        assertEquals(left, dut.get("left_o"));
      }
    }
  }

  private void pause() {
    dut.set("step_i", 0);
    dut.set("look_i", random.nextInt(2));
    dut.clock(random.nextInt(2));
  }

  private void look(int look, int stop) {
    dut.set("step_i", 1);
    dut.set("look_i", look);
    dut.set("stop_i", stop);
    dut.clock();
    dut.set("step_i", 0);
    dut.set("stop_i", 0);
  }

  private void expectMaker(boolean own, String where) {
    assertEquals(own ? 1 : 0, dut.get("is_own_o"), where);
    assertEquals(sound ? 1 : 0, dut.get("is_sound_o"), where);
    assertEquals(tail ? 1 : 0, dut.get("is_tail_o"), where);
    assertEquals(slot, dut.get("slot_o"), where);
    assertEquals(open, ENTRY.get(dut.port("maker_o"), "state.open"), where);
    assertEquals(account, ENTRY.get(dut.port("maker_o"), "order.account"), where);
    assertEquals(left, dut.get("before_o"), where);
    assertEquals(open <= left ? 1 : 0, dut.get("fills_o"), where);
    assertEquals(open == left ? 1 : 0, dut.get("evens_o"), where);
    if (open > left) {
      assertEquals(open - left, dut.get("rest_o"), where);
      assertEquals(filled + left & MOST, dut.get("filled_o"), where);
    }
    if (own || open <= left) {
      assertEquals(own ? left : left - open, dut.get("left_o"), where);
    }
  }

  private long taker(String field) {
    return ORDER.get(dut.port("taker_i"), field);
  }
}
