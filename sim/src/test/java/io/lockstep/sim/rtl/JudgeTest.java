package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which commands are refused, and what becomes of the others' orders, rule by rule. */
class JudgeTest {
  private static final long MOST = (1L << 28) - 1;
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");
  private static final PackedStruct VETTED = PackedStruct.of("vetted_t");
  private static final PackedStruct STANDING = PackedStruct.of("standing_t");
  private static final PackedStruct OUTCOME = PackedStruct.of("outcome_t");
  private static final PackedStruct VERDICT = PackedStruct.of("verdict_t");

  @Rtl(module = "judge")
  RtlModule dut;

  @Test
  void aReplaceKeepsItsPlaceOnlyAtItsPriceWithNoMoreLotsAndParkedAsBefore() {
    Random random = new Random(1);
    command("kind.replace", 1);
    for (int i = 0; i < 20_000; i++) {
      long open = 1 + (random.nextLong(MOST) >> random.nextInt(28));
      long lots = Math.max(1, Math.min(MOST, open + random.nextInt(3) - 1));
      lots = random.nextInt(4) == 0 ? 1 + random.nextLong(MOST) : lots;
      final boolean samePrice = random.nextBoolean();
      final boolean ends = random.nextInt(4) == 0;
      final boolean wasParked = random.nextBoolean();
      final boolean parked = random.nextInt(4) == 0 ? !wasParked : wasParked;
      vetted("named.state.open", open);
      vetted("named.state.parked", wasParked ? 1 : 0);
      vetted("lots", lots);
      vetted("grows", lots > open ? 1 : 0);
      vetted("same_price", samePrice ? 1 : 0);
      vetted("ends", ends ? 1 : 0);
      facts("parked", parked ? 1 : 0);
      dut.eval();
      boolean keeps = !ends && samePrice && lots <= open && parked == wasParked;
      assertEquals(keeps ? 1 : 0, verdict("keeps"), "replace " + i);
      assertEquals(keeps ? open - lots : open, verdict("removed"), "replace " + i);
    }
  }

  @Test
  void aReplaceThatEndsItsOrderIsRefusedOnlyForWhatItNames() {
    command("kind.replace", 1);
    for (RejectReason late :
        new RejectReason[] {RejectReason.QUANTITY_ZERO, RejectReason.POSITION_BOUND}) {
      facts("refusals", 1L << late.value());
      dut.set("refused_high_i", 1);
      expectRefused(late);
      vetted("ends", 1);
      expectRefused(null);
      vetted("ends", 0);
    }
    vetted("ends", 1);
    vetted("unknown", 1);
    expectRefused(RejectReason.UNKNOWN_ORDER);
    facts("refusals", 1L << RejectReason.LOADING.value());
    dut.set("refused_low_i", 1);
    expectRefused(RejectReason.LOADING);
  }

  @Test
  void anOrderThatMayNotCrossIsRefusedWhereItMeetsTheOtherSide() {
    dut.set("answers_i", 1);
    command("kind.is_new", 1);
    facts("post_only", 1);
    standing("crosses", 1);
    expectRefused(RejectReason.WOULD_CROSS);
    standing("crosses", 0);
    expectRefused(null);
  }

  @Test
  void aReasonFoundOnTheWayRefuses() {
    command("kind.is_cross", 1);
    dut.set("late_i", 1L << RejectReason.PRICE_BEYOND_ORDER.value() - 1);
    dut.set("late_any_i", 1);
    expectRefused(RejectReason.PRICE_BEYOND_ORDER);
    dut.set("answers_i", 1);
    expectRefused(RejectReason.PRICE_BEYOND_ORDER);
  }

  @Test
  void aSlotIsTakenOnlyByAnOrderThatMayRestInIt() {
    dut.set("answers_i", 1);
    command("kind.is_new", 1);
    for (RejectReason reason :
        new RejectReason[] {RejectReason.SLOT_OCCUPIED, RejectReason.POOL_FULL}) {
      String port = reason == RejectReason.POOL_FULL ? "pool_full_i" : "entry_live_i";
      dut.set(port, 1);
      expectRefused(null);
      facts("takes_slot", 1);
      expectRefused(reason);
      facts("takes_slot", 0);
      dut.set(port, 0);
    }
  }

  @Test
  void aFillOrKillThatWouldLeaveLotsIsRefusedAndForItsOwnOrderIfThatStoppedIt() {
    dut.set("answers_i", 1);
    command("kind.is_new", 1);
    facts("fill_or_kill", 1);
    expectRefused(null);
    dut.set("walked_i", 1);
    expectRefused(RejectReason.UNFILLABLE);
    OUTCOME.set(dut.port("outcome_i"), "met_own", 1);
    expectRefused(RejectReason.WOULD_SELF_TRADE);
    OUTCOME.set(dut.port("outcome_i"), "met_own", 0);
    OUTCOME.set(dut.port("outcome_i"), "spent", 1);
    expectRefused(null);
  }

  @Test
  void anOrderIsAtTheBestPriceIfItRestsThere() {
    dut.set("own_valid_i", 1);
    dut.set("own_price_i", 1);
    expectAtBest(1);
    dut.set("own_price_i", 0);
    expectAtBest(0);
    dut.set("own_price_i", 1);
    vetted("named.state.parked", 1);
    expectAtBest(0);
    vetted("named.state.parked", 0);
  }

  private void expectAtBest(int at) {
    dut.eval();
    assertEquals(at, verdict("at_best"));
  }

  private void expectRefused(RejectReason reason) {
    dut.eval();
    assertEquals(reason == null ? 0 : 1, verdict("refused"), String.valueOf(reason));
    if (reason != null) {
      long reasons = dut.get("refusals_o");
      assertEquals(reason.value(), Long.numberOfTrailingZeros(reasons), reason.name());
    }
  }

  private void command(String field, long value) {
    COMMAND.set(dut.port("command_i"), field, value);
  }

  private void facts(String field, long value) {
    FACTS.set(dut.port("facts_i"), field, value);
  }

  private void vetted(String field, long value) {
    VETTED.set(dut.port("vetted_i"), field, value);
  }

  private void standing(String field, long value) {
    STANDING.set(dut.port("standing_i"), field, value);
  }

  private long verdict(String field) {
    return VERDICT.get(dut.port("verdict_o"), field);
  }
}
