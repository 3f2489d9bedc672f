package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestMargin.ALL_LINES;
import static io.lockstep.sim.model.TestMargin.account;
import static io.lockstep.sim.model.TestMargin.adjustAddOn;
import static io.lockstep.sim.model.TestMargin.curve;
import static io.lockstep.sim.model.TestMargin.feeRow;
import static io.lockstep.sim.model.TestMargin.instrument;
import static io.lockstep.sim.model.TestMargin.stage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lockstep.driver.MarginWriter;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPortfolioDecoder;
import io.lockstep.schema.card.AuditTermsDecoder;
import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an audit of a card with margin tells. */
abstract class MarginAuditRules extends MarginRules {
  private static final int INSTRUMENTS = 1;
  private static final int PORTFOLIOS = 0b1000;
  private static final int ACCOUNTS = 0b1_0000;
  private static final int GROUPS = 0b10_0000;
  private static final int LANES = 0b100_0000;
  private static final int PORTFOLIOS_OPEN = 8;

  @Test
  void linesGoByInstrumentsPositionsPortfoliosAccountsGroups() {
    List<String> kinds =
        card.send(audit(ALL_LINES & ~LANES)).stream()
            .map(line -> line.replaceAll(" .*", ""))
            .distinct()
            .toList();
    assertEquals(
        List.of("instrument", "terms", "position", "portfolio", "account", "group", "done"), kinds);
  }

  @Test
  void termsFollowEachInstrument() {
    List<String> lines = card.send(audit(INSTRUMENTS));
    assertEquals(7, lines.size());
    assertEquals("instrument", lines.get(4).substring(0, 10));
    assertEquals(
        "terms of 2: group 1 multiplier 10 close band 2 worst fee 100 limit 10000 mark 100",
        lines.get(5));
    assertEquals("done AUDIT 6", lines.get(6));
  }

  @Test
  void portfoliosGoBySlotAndGroupsThatWereCommittedByNumber() {
    takes(adjustAddOn(3, 7));
    takes(bid(1, 100, 2));
    List<String> lines = card.send(audit(PORTFOLIOS | GROUPS));
    assertEquals("portfolio of 1 in 0: IM 100 MM 0 value 0 add-on 0", lines.get(0));
    assertEquals("portfolio of 3 in 0: IM 7 MM 7 value 0 add-on 7", lines.get(2));
    assertEquals("portfolio of 4 in 1: IM 0 MM 0 value 0 add-on 0", lines.get(7));
    assertEquals("group 0 epoch 1, 0 stale, factors 256 128", lines.get(8));
    assertEquals("group 1 epoch 1, 0 stale, factors 256 128", lines.get(9));
    assertEquals("done AUDIT 10", lines.get(10));
  }

  @Test
  void lanesFollowTheirPortfolioOnlyIfBothAreAskedFor() {
    int pairs = card.description().scenarios() / 2;
    takes(bid(1, 100, 2));
    hold(0, -3);
    List<String> lines = card.send(audit(PORTFOLIOS | LANES));
    assertEquals("lanes 0 of 1 in 0: V 150 W 50, V -150 W -150", lines.get(1));
    assertEquals("lanes 2 of 1 in 0: V 150 W 50, V -150 W -150", lines.get(2));
    assertEquals("portfolio", lines.get(1 + pairs).substring(0, 9));
    assertEquals("done AUDIT " + PORTFOLIOS_OPEN * (1 + pairs), lines.get(lines.size() - 1));
    assertEquals(List.of("done AUDIT"), card.send(audit(LANES)));
    assertEquals("done AUDIT 8", card.send(audit(PORTFOLIOS)).get(PORTFOLIOS_OPEN));
  }

  @Test
  void anAccountTellsItsMoneyTierAndStatus() {
    accepts(account(1, 5));
    takes(bid(1, 102, 2));
    hold(0, -3);
    AuditAccountDecoder line =
        new AuditAccountDecoder().wrap(card.send(audit(ACCOUNTS).bytes).get(1), 0, 64, 1);
    assertEquals(1, line.account());
    assertEquals(5, line.feeTier());
    assertEquals(CASH + 3_000, line.cash());
    assertEquals(40, line.reserve());
    assertEquals(150, line.initialMargin());
    assertEquals(75, line.maintenanceMargin());
  }

  @Test
  void anOrderTellsItsReserve() {
    takes(bid(1, 102, 2));
    AuditOrderDecoder line =
        new AuditOrderDecoder().wrap(card.send(audit(2).bytes).get(0), 0, 64, 1);
    assertEquals(20, line.reserve());
  }

  @Test
  void refusesLinesThatAreNone() {
    refuses(audit(0b1000_0000), RejectReason.UNSUPPORTED_FIELD);
    refuses(audit(0x8000), RejectReason.UNSUPPORTED_FIELD);
  }

  // ---- checksums

  @Test
  void theLaneSumJoinsEachVAndWRotatedByItsScenario() {
    takes(bid(1, 100, 2));
    hold(0, -3);
    long sum = 0;
    for (int s = 0; s < card.description().scenarios(); s++) {
      long held = s % 2 == 0 ? 150 : -150;
      long worst = s % 2 == 0 ? 50 : -150;
      sum ^= Long.rotateLeft(held, 2 * s) ^ Long.rotateLeft(worst, 2 * s + 1);
    }
    AuditPortfolioDecoder line =
        new AuditPortfolioDecoder().wrap(card.send(audit(PORTFOLIOS).bytes).get(0), 0, 64, 1);
    assertEquals(sum, line.laneSum());
  }

  @Test
  void theArraySumJoinsLanesMinimumSlopesAndBounds() {
    accepts(instrument(3, 5));
    assertEquals(0, termsOf(3).arraySum());
    long sum = Long.rotateLeft(77, 1);
    for (int part = 0; part < card.description().scenarios() / MarginWriter.LANES_A_PART; part++) {
      int[] lanes = {part - 5, 1, -2, 3, -4, 5, -6, 7};
      accepts(stage(3, part, 99, 77, lanes));
      for (int lane = 0; lane < lanes.length; lane++) {
        sum ^= Long.rotateLeft(lanes[lane], 2 * (part * lanes.length + lane));
      }
    }
    accepts(curve(3, new long[] {10, 20, 40}, 1, 2, 3, 5));
    assertEquals(0, termsOf(3).arraySum());
    assertEquals(0, termsOf(3).mark());
    takes(TestMargin.commit(5, ONE, HALF, 1));
    sum ^= Long.rotateLeft(1, 3) ^ Long.rotateLeft(2, 5);
    sum ^= Long.rotateLeft(3, 7) ^ Long.rotateLeft(5, 9);
    sum ^= Long.rotateLeft(10, 33) ^ Long.rotateLeft(20, 35) ^ Long.rotateLeft(40, 37);
    assertEquals(sum, termsOf(3).arraySum());
    assertEquals(99, termsOf(3).mark());
    assertEquals(1, termsOf(3).valued());
  }

  @Test
  void theFeeSumJoinsTheRowsOfAllTiers() {
    assertEquals(0, termsOf(0).feeSum());
    accepts(feeRow(0, 0, 1, 2, 3));
    accepts(feeRow(0, 7, -1, -2, 4));
    long first = 1 + (2L << 18) + (3L << 36);
    long mask = (1 << 18) - 1;
    long last = (-1 & mask) + ((-2 & mask) << 18) + (4L << 36);
    assertEquals(first ^ Long.rotateLeft(last, 56), termsOf(0).feeSum());
  }

  @Test
  void theStateHashTakesInMoneyAndParameters() {
    long before = card.stateHash();
    takes(TestMargin.adjust(1, 1));
    long richer = card.stateHash();
    assertNotEquals(before, richer);
    accepts(feeRow(0, 0, 1, 0, 0));
    assertNotEquals(richer, card.stateHash());
    accepts(feeRow(0, 0, 0, 0, 0));
    takes(TestMargin.adjust(1, -1));
    assertEquals(before, card.stateHash());
  }

  private AuditTermsDecoder termsOf(int instrument) {
    int line = 2 * instrument + 1;
    return new AuditTermsDecoder().wrap(card.send(audit(INSTRUMENTS).bytes).get(line), 0, 64, 1);
  }
}
