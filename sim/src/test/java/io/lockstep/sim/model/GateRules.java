package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestDefinitions.positionOf;
import static io.lockstep.sim.model.TestDefinitions.setBand;
import static io.lockstep.sim.model.TestMargin.account;
import static io.lockstep.sim.model.TestMargin.adjust;
import static io.lockstep.sim.model.TestMargin.feeRow;
import static io.lockstep.sim.model.TestMargin.instrument;
import static io.lockstep.sim.model.TestMargin.openPosition;
import static io.lockstep.sim.model.TestMargin.replace;
import static io.lockstep.sim.model.TestMargin.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.Side;
import org.junit.jupiter.api.Test;

/** Which orders an account can bear. Refusals leave the state hash as it was. */
abstract class GateRules extends MarginRules {
  private static final RejectReason INSUFFICIENT = RejectReason.MARGIN_INSUFFICIENT;
  private static final int SIDE_AT = ReplaceEncoder.sideEncodingOffset();
  private static final int POSITION_AT = ReplaceEncoder.positionSlotEncodingOffset();

  // ---- free equity

  @Test
  void anOrderMayTakeAllOfTheFreeEquityAndNoMore() {
    refuses(bid(1, 100, 21), INSUFFICIENT);
    takes(bid(1, 100, 20));
    assertEquals(0, figures(1).free());
    refuses(bid(2, 100, 1), INSUFFICIENT);
  }

  @Test
  void everyKindOfOrderIsMargined() {
    refuses(bid(1, 100, 21).immediateOrCancel(), INSUFFICIENT);
    refuses(bid(1, 100, 21).market(), INSUFFICIENT);
    refuses(bid(1, 100, 21).postOnly(), INSUFFICIENT);
    refuses(bid(1, 100, 21).parked(), INSUFFICIENT);
    takes(ask(5, 100, 20).account(2));
    takes(ask(6, 100, 20).account(3));
    refuses(bid(1, 100, 21).fillOrKill(), INSUFFICIENT);
    refuses(ask(1, 101, 21).account(1), INSUFFICIENT);
  }

  @Test
  void openOrdersOfOtherInstrumentsCount() {
    takes(bid(1, 100, 12));
    refuses(bid(2, 100, 9).instrument(1), INSUFFICIENT);
    refuses(bid(2, 100, 9).instrument(2), INSUFFICIENT);
    takes(bid(2, 100, 8).instrument(2));
    takes(ask(3, 100, 12).account(1).instrument(1));
  }

  @Test
  void aRefusedOrderLeavesNoTrace() {
    takes(bid(1, 99, 3));
    takes(ask(2, 101, 2).account(1));
    hold(1, -3);
    Figures before = figures(1);
    refuses(bid(3, 100, 100), INSUFFICIENT);
    refuses(ask(3, 95, 100).account(1), INSUFFICIENT);
    refuses(replace(1, Side.BUY, 1, 105, 100), INSUFFICIENT);
    assertEquals(before, figures(1));
  }

  @Test
  void anOrderOfTheEngineItselfPasses() {
    takes(bid(1, 100, 21).bySystem());
    assertEquals(-50, figures(1).free());
  }

  @Test
  void theMarginReasonIsTheLast() {
    takes(ask(5, 100, 1).account(2));
    refuses(bid(1, 100, 21).postOnly(), RejectReason.WOULD_CROSS);
    refuses(bid(1, 100, 21).fillOrKill(), RejectReason.UNFILLABLE);
  }

  // ---- reserve

  @Test
  void aBidAboveTheMarkIsChargedForTheDifference() {
    accepts(setBand(0, 90, 104));
    refuses(bid(1, 104, 12), INSUFFICIENT);
    assertEquals("accepted 1 r 40", card.send(bid(1, 104, 11)).get(0));
    assertEquals(440, figures(1).reserve());
    assertEquals(550, initial());
  }

  @Test
  void anAskBelowTheMarkIsChargedForTheDifference() {
    assertEquals("accepted 1 r 100", card.send(ask(1, 90, 6).account(1)).get(0));
    assertEquals(600, figures(1).reserve());
    refuses(ask(2, 90, 1).account(1), INSUFFICIENT);
  }

  @Test
  void anOrderOnTheGoodSideOfTheMarkReservesNothing() {
    assertEquals("accepted 1", card.send(bid(1, 95, 1)).get(0));
    assertEquals("accepted 2", card.send(ask(2, 105, 1).account(1)).get(0));
    assertEquals(0, figures(1).reserve());
  }

  @Test
  void anOrderReservesTheWorstOfItsTiersFeesAtItsLimitRoundedUp() {
    accepts(feeRow(0, 3, 1 << 16, -(1 << 16), 1 << 15));
    accepts(feeRow(0, 4, -(1 << 16), 1 << 15, 1 << 16));
    accepts(feeRow(0, 5, -1, -2, -3));
    accepts(account(1, 3));
    assertEquals("accepted 1 r 4", card.send(bid(1, 100, 2)).get(0));
    accepts(account(1, 4));
    assertEquals("accepted 2 r 3", card.send(bid(2, 70, 2)).get(0));
    accepts(account(1, 5));
    assertEquals("accepted 3", card.send(bid(3, 100, 2)).get(0));
    assertEquals(2 * 4 + 2 * 3, figures(1).reserve());
  }

  // ---- closing orders of an account without free equity

  @Test
  void aClosingOrderOfASinglePositionIsNotCharged() {
    hold(0, 4);
    free(-1_000);
    takes(ask(1, 100, 4).account(1));
    assertEquals(200, initial());
  }

  @Test
  void closingOneLegOfAHedgeIsCharged() {
    hold(0, 4);
    hold(1, -4);
    free(0);
    refuses(ask(1, 100, 1).account(1), INSUFFICIENT);
    refuses(bid(1, 100, 1).instrument(1), INSUFFICIENT);
    free(50);
    takes(ask(1, 100, 1).account(1));
  }

  @Test
  void anOrderOfThePositionsOwnSideDoesNotClose() {
    hold(0, 4);
    free(-1);
    refuses(bid(1, 90, 1), INSUFFICIENT);
    hold(0, -8);
    free(-1);
    refuses(ask(1, 110, 1).account(1), INSUFFICIENT);
  }

  @Test
  void allOrdersOfTheClosingSideTogetherAreAtMostThePosition() {
    hold(0, -4);
    free(-1);
    refuses(bid(1, 100, 5), INSUFFICIENT);
    takes(bid(1, 95, 3));
    refuses(bid(2, 100, 2), INSUFFICIENT);
    takes(bid(2, 100, 1));
    refuses(bid(3, 100, 1), INSUFFICIENT);
  }

  @Test
  void aClosingOrderMayNotRaiseTheInitialMargin() {
    hold(0, 4);
    takes(ask(1, 101, 8).account(1).instrument(1));
    free(-1);
    refuses(ask(2, 100, 4).account(1), INSUFFICIENT);
  }

  @Test
  void aBidBesideTenAsksOfABreachedAccountIsRefused() {
    hold(0, -4);
    hold(1, 4);
    takes(ask(1, 101, 10).account(1).instrument(1));
    long before = initial();
    free(-1);
    refuses(bid(2, 100, 4), INSUFFICIENT);
    takes(bid(2, 100, 4).bySystem());
    assertEquals(before, initial(), "only the loss of its fill tells");
  }

  @Test
  void aClosingOrderMayBeFromTheMarkByTheCloseBandAndNoMore() {
    hold(0, -4);
    free(-1);
    refuses(bid(1, 103, 1), INSUFFICIENT);
    assertEquals("accepted 1 r 20", card.send(bid(1, 102, 1)).get(0));
    hold(0, 8);
    free(-1);
    refuses(ask(2, 97, 1).account(1), INSUFFICIENT);
    takes(ask(2, 98, 1).account(1));
  }

  @Test
  void aReduceOnlyOrderIsGatedAsClampedToThePosition() {
    hold(0, 4);
    free(-1);
    takes(ask(1, 100, 9).account(1).reduceOnly());
    refuses(ask(2, 90, 9).account(1).reduceOnly(), INSUFFICIENT);
  }

  // ---- replace

  @Test
  void aReplaceIsMarginedByWhatItChanges() {
    takes(bid(1, 100, 20));
    refuses(replace(1, Side.BUY, 1, 100, 21), INSUFFICIENT);
    refuses(replace(1, Side.BUY, 1, 101, 20), INSUFFICIENT);
    assertEquals("replaced 1 16@101 LOST r 10", card.send(replace(1, Side.BUY, 1, 101, 16)).get(0));
    assertEquals(160, figures(1).reserve());
    assertEquals(800, initial());
  }

  @Test
  void aReplaceThatRaisesNeitherLotsNorReserveAlwaysPasses() {
    takes(bid(1, 102, 5));
    free(-500);
    refuses(replace(1, Side.BUY, 1, 103, 4), INSUFFICIENT);
    refuses(replace(1, Side.BUY, 1, 100, 6), INSUFFICIENT);
    assertEquals("replaced 1 5@101 LOST r 10", card.send(replace(1, Side.BUY, 1, 101, 5)).get(0));
    assertEquals("replaced 1 5@99 LOST", card.send(replace(1, Side.BUY, 1, 99, 5)).get(0));
    assertEquals("replaced 1 4@99 KEPT", card.send(replace(1, Side.BUY, 1, 99, 4)).get(0));
  }

  @Test
  void aReplaceThatClosesAndReducesPasses() {
    hold(0, 4);
    takes(ask(1, 105, 2).account(1));
    free(-1);
    refuses(replace(1, Side.SELL, 1, 100, 5), INSUFFICIENT);
    refuses(replace(1, Side.SELL, 1, 97, 4), INSUFFICIENT);
    takes(replace(1, Side.SELL, 1, 98, 4));
  }

  @Test
  void theFilledPartOfAReplacedOrderIsNotMarginedAgain() {
    takes(bid(1, 100, 20));
    takes(ask(2, 100, 5).account(2));
    takes(replace(1, Side.BUY, 1, 99, 20));
    assertEquals(1_000, initial());
  }

  @Test
  void aReplaceThatKeepsItsPlaceKeepsItsReserve() {
    takes(bid(1, 100, 5));
    mark(99);
    assertEquals("replaced 1 4@100 KEPT", card.send(replace(1, Side.BUY, 1, 100, 4)).get(0));
    assertEquals("replaced 1 3@101 LOST r 20", card.send(replace(1, Side.BUY, 1, 101, 3)).get(0));
    assertEquals(60, figures(1).reserve());
  }

  @Test
  void aReplacedOrderKeepsTheTierThatItEnteredWith() {
    accepts(feeRow(0, 1, 1 << 16, 0, 0));
    takes(bid(1, 100, 5));
    accepts(account(1, 1));
    assertEquals("replaced 1 5@99 LOST", card.send(replace(1, Side.BUY, 1, 99, 5)).get(0));
    assertEquals("accepted 2 r 4", card.send(bid(2, 99, 1)).get(0));
  }

  @Test
  void aReplaceNamesTheSideAndThePositionOfItsOrder() {
    takes(bid(1, 100, 5));
    refuses(replace(1, Side.SELL, 1, 99, 5), RejectReason.UNKNOWN_ORDER);
    refuses(
        replace(1, Side.BUY, 1, 99, 5).withInt(POSITION_AT, positionOf(1, 1)),
        RejectReason.UNKNOWN_ORDER);
    refuses(replace(1, Side.BUY, 1, 99, 5).withByte(SIDE_AT, 2), RejectReason.UNKNOWN_ORDER);
    takes(replace(1, Side.BUY, 1, 99, 5));
  }

  // ---- other reasons of margin

  @Test
  void anOrderOfAnInstrumentWithoutACommittedArrayIsRefused() {
    accepts(instrument(3, 0));
    accepts(openPosition(1, 3, 0));
    refuses(bid(1, 100, 100).instrument(3), RejectReason.NOT_VALUED);
    stageAll(0, 100, -50, 50);
    stageAll(1, 100, -50, 50);
    stageAll(3, 100, -50, 50);
    refuses(bid(1, 100, 1).instrument(3), RejectReason.NOT_VALUED);
    commitNext(0);
    sweepAll();
    takes(bid(1, 100, 1).instrument(3));
  }

  @Test
  void anAccountWhoseCashIsAtTheBoundEntersNoOrders() {
    long bound = 1L << 60;
    takes(adjust(1, bound - 1 - CASH));
    takes(bid(3, 90, 1).account(2));
    takes(ask(1, 105, 2).account(1));
    takes(ask(2, 90, 1).account(1));
    assertEquals(bound - 1 + 900, figures(1).cash());
    refuses(bid(4, 100, 1), RejectReason.CASH_BOUND);
    refuses(bid(4, 100, 1).bySystem(), RejectReason.CASH_BOUND);
    refuses(replace(1, Side.SELL, 1, 105, 1), RejectReason.CASH_BOUND);
    refuses(adjust(1, -1_000), RejectReason.CASH_BOUND);
    assertEquals("cancelled 1 2 REQUESTED", card.send(replace(1, Side.SELL, 1, 105, 0)).get(0));
  }

  @Test
  void thePositionLimitOfTheInstrumentBounds() {
    TestCommand limited = instrument(3, 0);
    with(limited).positionLimit(10);
    accepts(limited);
    accepts(openPosition(1, 3, 0));
    stageAll(0, 100, 0);
    stageAll(1, 100, 0);
    stageAll(3, 100, 0);
    commitNext(0);
    sweepAll();
    refuses(bid(1, 100, 11).instrument(3), RejectReason.POSITION_BOUND);
    takes(bid(1, 100, 6).instrument(3));
    refuses(ask(2, 101, 5).account(1).instrument(3), RejectReason.POSITION_BOUND);
    takes(ask(2, 101, 4).account(1).instrument(3));
  }
}
