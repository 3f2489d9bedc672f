package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which reasons each step finds, by itself; they stay until the next command starts. */
class LateReasonsTest {
  private static final long MOST = (1L << 28) - 1;
  private static final PackedStruct STEP = PackedStruct.of("step_t");
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");
  private static final PackedStruct STANDING = PackedStruct.of("standing_t");
  private static final PackedStruct HELD = PackedStruct.of("held_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct VETTED = PackedStruct.of("vetted_t");
  private static final PackedStruct VERDICT = PackedStruct.of("verdict_t");
  private static final PackedStruct POSITION = PackedStruct.of("position_t");

  @Rtl(module = "late_reasons")
  RtlModule dut;

  private final Random random = new Random(1);

  @BeforeEach
  void aCommandStarts() {
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    expect(null, false);
  }

  @Test
  void aReplaceIsBeyondItsPositionsBoundIfItGrowsByMoreThanTheRoomThere() {
    dut.set("position_fresh_i", 1);
    for (int i = 0; i < 10_000; i++) {
      final boolean grows = random.nextInt(4) != 0;
      long room = random.nextLong(MOST + 1) >> random.nextInt(28);
      long growth = Math.max(0, Math.min(MOST, room + random.nextInt(3) - 1));
      VETTED.set(dut.port("vetted_i"), "grows", grows ? 1 : 0);
      HELD.set(dut.port("held_i"), "growth", growth);
      POSITION.set(dut.port("position_i"), "room", room);
      step("room");
      expect(RejectReason.POSITION_BOUND, grows && growth > room);
    }
  }

  @Test
  void aPositionThatIsNotFreshSaysNothing() {
    VETTED.set(dut.port("vetted_i"), "grows", 1);
    HELD.set(dut.port("held_i"), "growth", 1);
    step("room");
    expect(RejectReason.POSITION_BOUND, false);
    dut.set("position_fresh_i", 1);
    step("room");
    expect(RejectReason.POSITION_BOUND, true);
  }

  @Test
  void aReplaceMayNotLeaveTheWindowUnlessItIsParkedOrBeyondTheBand() {
    command("replace", 1);
    for (int i = 0; i < 64; i++) {
      final boolean sells = (i & 1) != 0;
      ENTRY.set(dut.port("entry_i"), "order.side", i & 1);
      facts("outside", i >> 1 & 1);
      facts("parked", i >> 2 & 1);
      facts("beyond_bids", i >> 3 & 1);
      facts("beyond_asks", i >> 4 & 1);
      step("fetch");
      boolean beyond = (i >> (sells ? 4 : 3) & 1) != 0;
      expect(RejectReason.PRICE_OUTSIDE_WINDOW, (i >> 1 & 1) != 0 && (i >> 2 & 1) == 0 && !beyond);
    }
  }

  @Test
  void aPostOnlyReplaceMayNotMeetTheOtherSide() {
    command("replace", 1);
    for (int side = 0; side < 2; side++) {
      ENTRY.set(dut.port("entry_i"), "order.side", side);
      STANDING.set(dut.port("standing_i"), side == 0 ? "ask_meets" : "bid_meets", 1);
      STANDING.set(dut.port("standing_i"), side == 0 ? "bid_meets" : "ask_meets", 0);
      facts("post_only", 1);
      step("fetch");
      expect(RejectReason.WOULD_CROSS, true);
      facts("post_only", 0);
      step("fetch");
      expect(RejectReason.WOULD_CROSS, false);
    }
  }

  @Test
  void onlyAnOrderThatRestsIsParked() {
    command("park", 1);
    for (int parked = 0; parked < 2; parked++) {
      ENTRY.set(dut.port("entry_i"), "state.parked", parked);
      step("fetch");
      expect(RejectReason.NOT_RESTING, parked == 1);
    }
    command("park", 0);
    step("fetch");
    expect(RejectReason.NOT_RESTING, false);
  }

  @Test
  void onlyAReplaceIsAskedForItsNewPrice() {
    facts("outside", 1);
    facts("post_only", 1);
    STANDING.set(dut.port("standing_i"), "ask_meets", 1);
    step("fetch");
    expect(null, false);
  }

  @Test
  void aStartForgetsTheReasonsOfTheCommandBefore() {
    command("park", 1);
    ENTRY.set(dut.port("entry_i"), "state.parked", 1);
    step("fetch");
    expect(RejectReason.NOT_RESTING, true);
    aCommandStarts();
  }

  @Test
  void vettingsReasonsAreTakenAsTheyAre() {
    for (int i = 0; i < 1_000; i++) {
      long reasons = random.nextLong(1L << 34);
      VETTED.set(dut.port("vetted_i"), "reasons", reasons << 1);
      step("conclude");
      assertEquals(reasons, dut.get("late_o"));
      assertEquals(reasons != 0 ? 1 : 0, dut.get("any_o"));
    }
  }

  @Test
  void aFillOrKillThatMeetsNobodyIsUnfillable() {
    STEP.set(dut.port("step_i"), "walks", 1);
    VERDICT.set(dut.port("verdict_i"), "crosses", 1);
    step("answer");
    expect(RejectReason.UNFILLABLE, false);
    VERDICT.set(dut.port("verdict_i"), "crosses", 0);
    step("answer");
    expect(RejectReason.UNFILLABLE, true);
    VERDICT.set(dut.port("verdict_i"), "refused", 1);
    aCommandStarts();
    step("answer");
    expect(RejectReason.UNFILLABLE, false);
  }

  @Test
  void aWindowMayNotLeaveOrdersBehind() {
    for (int i = 0; i < 2_000; i++) {
      final boolean up = random.nextBoolean();
      final boolean found = random.nextInt(4) != 0;
      int base = random.nextInt(1 << 20) - (1 << 19);
      int last = base + 127;
      int price = (random.nextBoolean() ? base : last) + random.nextInt(3) - 1;
      VETTED.set(dut.port("vetted_i"), "window_up", up ? 1 : 0);
      VETTED.set(dut.port("vetted_i"), "window_last", last);
      COMMAND.set(dut.port("command_i"), "window_base", base);
      dut.set("search_found_i", found ? 1 : 0);
      dut.set("search_price_i", price);
      dut.clock();
      step("scan_known");
      expect(RejectReason.ORDERS_OUTSIDE_WINDOW, found && (up ? price < base : price > last));
    }
    for (int occupied = 0; occupied < 2; occupied++) {
      dut.set("occupied_i", occupied);
      step("edge_known");
      expect(RejectReason.ORDERS_OUTSIDE_WINDOW, occupied == 1);
    }
  }

  private void step(String name) {
    STEP.set(dut.port("step_i"), name, 1);
    dut.clock();
    STEP.set(dut.port("step_i"), name, 0);
    dut.eval();
  }

  /** The reason, and no other; it stays while nothing happens. */
  private void expect(RejectReason reason, boolean holds) {
    long reasons = holds ? 1L << reason.value() - 1 : 0;
    assertEquals(reasons, dut.get("late_o"), String.valueOf(reason));
    assertEquals(holds ? 1 : 0, dut.get("any_o"), String.valueOf(reason));
    dut.clock();
    dut.eval();
    assertEquals(reasons, dut.get("late_o"), String.valueOf(reason));
  }

  private void command(String kind, long value) {
    COMMAND.set(dut.port("command_i"), "kind." + kind, value);
  }

  private void facts(String field, long value) {
    FACTS.set(dut.port("facts_i"), field, value);
  }
}
