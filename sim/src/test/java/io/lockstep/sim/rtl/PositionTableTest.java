package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The position table against plain numbers: updates every cycle, often of the same slot, with reads
 * between them. Each answer must have every update given before its read, and be there at the time
 * that the header promises.
 */
class PositionTableTest {
  private static final int POSITIONS = 8;
  private static final long BOUND = (1L << 28) - 1;
  private static final PackedStruct POSITION = PackedStruct.of("position_t");
  private static final PackedStruct UPDATE = PackedStruct.of("position_update_t");
  private static final PackedStruct BIND = PackedStruct.of("position_bind_t");

  @Rtl(module = "position_table", parameters = "POSITIONS=8")
  RtlModule dut;

  private final Position[] positions = new Position[POSITIONS];

  /** What a slot should hold. */
  private static final class Position {
    boolean open;
    long account;
    long instrument;
    long pos;
    long bids;
    long asks;

    long room() {
      return BOUND - Math.abs(pos) - bids - asks;
    }
  }

  @BeforeEach
  void clear() {
    dut.set("clear_i", 1);
    for (int slot = 0; slot < POSITIONS; slot++) {
      positions[slot] = new Position();
      dut.set("clear_slot_i", slot);
      dut.clock();
    }
    dut.set("clear_i", 0);
  }

  @Test
  void everyReadSeesEveryUpdateBeforeIt() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      for (int cycle = 0; cycle < 2_000; cycle++) {
        int slot = random.nextInt(random.nextBoolean() ? 2 : POSITIONS);
        change(random, slot);
        boolean reads = dut.get("fresh_o") == 1 && random.nextBoolean();
        int read = random.nextBoolean() ? slot : random.nextInt(POSITIONS);
        dut.set("read_i", reads ? 1 : 0);
        dut.set("slot_i", read);
        dut.clock();
        if (reads) {
          awaitAnswer("seed " + seed + " cycle " + cycle);
          assertHolds(positions[read], "seed " + seed + " cycle " + cycle);
        }
      }
    }
  }

  @Test
  void answersAtOnceUnlessAnUpdateOfTheSlotIsOnItsWay() {
    bind(3, true, 1, 1, 0);
    idle(3);
    for (int before = 0; before < 4; before++) {
      update(3, false, 0, 1);
      idle(before);
      if (before > 0) {
        UPDATE.set(dut.port("update_i"), "valid", 0);
      }
      read(3);
      int late = 0;
      while (dut.get("fresh_o") == 0) {
        late++;
        dut.clock();
      }
      // The update's clock and the read's are one when nothing lies between.
      assertEquals(Math.max(0, 2 - before), late, "cycles between: " + before);
      update(4, false, 0, 0, false);
      idle(4);
    }
  }

  @Test
  void anUpdateInTheReadsOwnCycleMakesTheAnswerThreeCyclesLate() {
    bind(3, true, 1, 1, 0);
    idle(3);
    UPDATE.set(dut.port("update_i"), "valid", 1);
    UPDATE.set(dut.port("update_i"), "slot", 3);
    UPDATE.set(dut.port("update_i"), "sell", 0);
    UPDATE.set(dut.port("update_i"), "opened", 7);
    read(3);
    for (int late = 0; late < 3; late++) {
      assertEquals(0, dut.get("fresh_o"));
      dut.clock();
    }
    assertEquals(1, dut.get("fresh_o"));
    assertEquals(7, POSITION.get(dut.port("position_o"), "bids"));
  }

  @Test
  void aFillThatTurnsThePositionRoundGivesRoomBackTwice() {
    bind(0, true, 1, 1, -10);
    update(0, false, 0, 25);
    update(0, false, 25, -25);
    idle(3);
    read(0);
    RtlPort answer = dut.port("position_o");
    assertEquals(0, POSITION.get(answer, "is_short"));
    assertEquals(15, POSITION.get(answer, "size"));
    assertEquals(BOUND - 15, POSITION.get(answer, "room"));
  }

  @Test
  void aPositionEndsAtZeroWithoutASide() {
    for (long pos : new long[] {BOUND, -BOUND, 1, -1, 0}) {
      bind(0, true, 1, 1, pos);
      update(0, pos > 0, Math.abs(pos), 0);
      idle(3);
      read(0);
      RtlPort answer = dut.port("position_o");
      assertEquals(0, POSITION.get(answer, "is_short"));
      assertEquals(0, POSITION.get(answer, "size"));
      assertEquals(BOUND, POSITION.get(answer, "room"));
      bind(0, false, 0, 0, 0);
    }
  }

  @Test
  void aSlotBeyondTheTableIsNotOpen() {
    bind(1, true, 1, 1, 0);
    idle(3);
    for (long slot : new long[] {1, POSITIONS + 1, 1L << 20 | 1, 1L << 31 | 1}) {
      read(slot);
      assertEquals(slot == 1 ? 1 : 0, POSITION.get(dut.port("position_o"), "open"));
    }
  }

  @Test
  void countsOpenSlots() {
    bind(1, true, 1, 1, 0);
    bind(2, true, 1, 1, 0);
    idle(1);
    assertEquals(2, dut.get("count_o"));
    idle(3);
    bind(1, false, 0, 0, 0);
    idle(1);
    assertEquals(1, dut.get("count_o"));
    dut.reset();
    assertEquals(0, dut.get("count_o"));
  }

  /** One cycle's change, or none, within what the card allows. */
  private void change(Random random, int slot) {
    Position position = positions[slot];
    UPDATE.set(dut.port("update_i"), "valid", 0);
    BIND.set(dut.port("bind_i"), "valid", 0);
    int what = random.nextInt(10);
    if (!position.open || (what == 0 && position.room() == BOUND)) {
      position.open = !position.open;
      position.account = random.nextInt(1 << 20);
      position.instrument = random.nextInt(1 << 8);
      position.pos = position.open ? random.nextLong(-BOUND, BOUND + 1) >> random.nextInt(29) : 0;
      setBind(slot, position);
    } else if (what < 8) {
      boolean sell = random.nextBoolean();
      long own = sell ? position.asks : position.bids;
      long traded = random.nextInt(3) == 0 ? 0 : amount(random, own);
      // Sometimes just what turns the position round, or evens it.
      if (random.nextInt(4) == 0 && Math.abs(position.pos) <= own) {
        traded = Math.abs(position.pos);
      }
      long pos = position.pos + (sell ? -traded : traded);
      long others = Math.abs(pos) + (sell ? position.bids : position.asks);
      long after = random.nextBoolean() ? own - traded : amount(random, BOUND - others);
      position.pos = pos;
      if (sell) {
        position.asks = after;
      } else {
        position.bids = after;
      }
      setUpdate(slot, sell, traded, after - own);
    }
  }

  private static long amount(Random random, long most) {
    return Math.min(most, random.nextLong(most + 1) >> random.nextInt(29));
  }

  private void awaitAnswer(String where) {
    // The changes of this cycle are in; those of the next ones must not be seen.
    UPDATE.set(dut.port("update_i"), "valid", 0);
    BIND.set(dut.port("bind_i"), "valid", 0);
    dut.set("read_i", 0);
    for (int late = 0; dut.get("fresh_o") == 0; late++) {
      assertEquals(true, late < 3, where);
      dut.clock();
    }
  }

  private void assertHolds(Position expected, String where) {
    RtlPort answer = dut.port("position_o");
    assertEquals(expected.open ? 1 : 0, POSITION.get(answer, "open"), where);
    if (expected.open) {
      assertEquals(expected.account, POSITION.get(answer, "account"), where);
      assertEquals(expected.instrument, POSITION.get(answer, "instrument"), where);
      long size = POSITION.get(answer, "size");
      boolean isShort = POSITION.get(answer, "is_short") == 1;
      assertEquals(expected.pos, isShort ? -size : size, where);
      assertEquals(expected.pos < 0, isShort, where);
      assertEquals(expected.bids, POSITION.get(answer, "bids"), where);
      assertEquals(expected.asks, POSITION.get(answer, "asks"), where);
      assertEquals(expected.room(), POSITION.get(answer, "room"), where);
    }
  }

  private void read(long slot) {
    dut.set("read_i", 1);
    dut.set("slot_i", slot);
    dut.clock();
    dut.set("read_i", 0);
    UPDATE.set(dut.port("update_i"), "valid", 0);
  }

  private void update(int slot, boolean sell, long traded, long opened) {
    update(slot, sell, traded, opened, true);
  }

  private void update(int slot, boolean sell, long traded, long opened, boolean valid) {
    setUpdate(slot, sell, traded, opened);
    UPDATE.set(dut.port("update_i"), "valid", valid ? 1 : 0);
    dut.clock();
    UPDATE.set(dut.port("update_i"), "valid", 0);
  }

  private void setUpdate(int slot, boolean sell, long traded, long opened) {
    RtlPort update = dut.port("update_i");
    UPDATE.set(update, "valid", 1);
    UPDATE.set(update, "slot", slot);
    UPDATE.set(update, "sell", sell ? 1 : 0);
    UPDATE.set(update, "traded", traded);
    UPDATE.set(update, "opened", opened & ((1L << 29) - 1));
  }

  private void bind(int slot, boolean open, long account, long instrument, long pos) {
    Position position = new Position();
    position.open = open;
    position.account = account;
    position.instrument = instrument;
    position.pos = pos;
    setBind(slot, position);
    dut.clock();
    BIND.set(dut.port("bind_i"), "valid", 0);
  }

  private void setBind(int slot, Position position) {
    RtlPort bind = dut.port("bind_i");
    BIND.set(bind, "valid", 1);
    BIND.set(bind, "slot", slot);
    BIND.set(bind, "open", position.open ? 1 : 0);
    BIND.set(bind, "account", position.account);
    BIND.set(bind, "instrument", position.instrument);
    BIND.set(bind, "pos", position.pos & ((1L << 29) - 1));
  }

  private void idle(int cycles) {
    for (int cycle = 0; cycle < cycles; cycle++) {
      dut.clock();
    }
  }
}
