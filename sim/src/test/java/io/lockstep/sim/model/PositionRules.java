package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.cross;
import static io.lockstep.sim.model.TestCommand.massCancel;
import static io.lockstep.sim.model.TestCommand.park;
import static io.lockstep.sim.model.TestCommand.replace;
import static io.lockstep.sim.model.TestCommand.unpark;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.closePosition;
import static io.lockstep.sim.model.TestDefinitions.openPosition;
import static io.lockstep.sim.model.TestDefinitions.positionOf;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SelfTradePrevention;
import org.junit.jupiter.api.Test;

/** pos, B and A: what moves them, and the bound that they never pass together. */
abstract class PositionRules extends CardRules {
  private static final int MOST = (1 << 28) - 1;

  @Test
  void openLotsOfRestingAndParkedOrdersCount() {
    card.after(bid(1, 100, 5), bid(2, 99, 6).parked(), ask(3, 105, 7).account(1));
    assertPosition(1, "0, bids 11, asks 7");
    card.after(park(1), unpark(2));
    assertPosition(1, "0, bids 11, asks 7");
    card.after(cancel(1), cancel(2), massCancel());
    assertPosition(1, "0, bids 0, asks 0");
  }

  @Test
  void aFillMovesBothSides() {
    card.after(ask(1, 100, 5), bid(2, 100, 8));
    assertPosition(1, "5, bids 3, asks 0");
    assertPosition(2, "-5, bids 0, asks 0");
    card.after(ask(3, 100, 2));
    assertPosition(1, "7, bids 1, asks 0");
    assertPosition(2, "-7, bids 0, asks 0");
  }

  @Test
  void ordersThatDoNotRestLeaveNothingOpen() {
    card.after(bid(1, 100, 5).immediateOrCancel(), bid(2, 111, 5));
    assertPosition(1, "0, bids 0, asks 0");
    card.after(bid(3, 100, 5), ask(4, 100, 9).account(1));
    assertPosition(1, "0, bids 5, asks 0");
  }

  @Test
  void anOrderCancelledByItsOwnerGivesItsLotsBack() {
    card.accept(TestDefinitions.setAccount(1, 7));
    card.after(bid(1, 100, 5));
    card.after(ask(2, 100, 9).account(1).prevention(SelfTradePrevention.CANCEL_RESTING));
    assertPosition(1, "0, bids 0, asks 9");
  }

  @Test
  void aReplaceMovesTheOpenLots() {
    card.after(bid(1, 100, 5), replace(1, 100, 3));
    assertPosition(1, "0, bids 3, asks 0");
    card.after(replace(1, 101, 9));
    assertPosition(1, "0, bids 9, asks 0");
    card.after(ask(2, 102, 4), replace(1, 102, 9));
    assertPosition(1, "4, bids 5, asks 0");
    card.after(replace(1, 200, 9));
    assertPosition(1, "4, bids 0, asks 0");
  }

  @Test
  void aCrossMovesBothSides() {
    card.after(bid(1, 105, 5).parked(), ask(2, 95, 8).parked(), cross(1, 2, 100, 3));
    assertPosition(1, "3, bids 2, asks 0");
    assertPosition(2, "-3, bids 0, asks 5");
  }

  @Test
  void positionsOfInstrumentsAreApart() {
    card.list(setInstrument(1, 50, 90, 110)).after(bid(1, 100, 5).instrument(1));
    assertPosition(1, "0, bids 0, asks 0");
    assertEquals("position of 1 in 1: 0, bids 5, asks 0", card.send(audit(4)).get(4));
  }

  // ---- bound

  @Test
  void anOrderThatWouldPassTheBoundIsRefused() {
    card.after(bid(1, 100, MOST - 10));
    refuses(bid(2, 100, 11), RejectReason.POSITION_BOUND);
    refuses(ask(2, 101, 11).account(1), RejectReason.POSITION_BOUND);
    refuses(bid(2, 100, 11).immediateOrCancel(), RejectReason.POSITION_BOUND);
    refuses(bid(2, 100, 11).parked(), RejectReason.POSITION_BOUND);
    assertEquals("accepted 2", card.send(ask(2, 101, 10).account(1)).get(0));
    refuses(bid(3, 100, 1), RejectReason.POSITION_BOUND);
    assertEquals("accepted 3", card.send(bid(3, 100, MOST).account(2)).get(0), "another account");
  }

  @Test
  void aPositionCountsTowardsTheBoundWhicheverItsSide() {
    card.after(ask(1, 100, MOST), bid(2, 100, MOST));
    refuses(bid(3, 100, 1), RejectReason.POSITION_BOUND);
    refuses(ask(3, 100, 1).account(1), RejectReason.POSITION_BOUND);
    refuses(bid(3, 100, 1).account(2), RejectReason.POSITION_BOUND);
    refuses(ask(3, 100, 1), RejectReason.POSITION_BOUND);
  }

  @Test
  void aReduceOnlyOrderIsNotBound() {
    card.after(ask(1, 100, MOST), bid(2, 100, MOST));
    assertEquals("accepted 3", card.send(ask(3, 100, 5).account(1).reduceOnly()).get(0));
  }

  @Test
  void aReplaceIsBoundByWhatItAdds() {
    card.after(bid(1, 100, MOST - 10), bid(2, 100, 5));
    refuses(replace(2, 101, 11), RejectReason.POSITION_BOUND);
    assertEquals("replaced 2 10@101 LOST", card.send(replace(2, 101, 10)).get(0));
    refuses(replace(2, 101, 11), RejectReason.POSITION_BOUND);
    assertEquals("replaced 2 10@100 LOST", card.send(replace(2, 100, 10)).get(0));
    assertEquals("replaced 2 9@100 KEPT", card.send(replace(2, 100, 9)).get(0));
  }

  // ---- refusals

  @Test
  void refusesAPositionThatIsNotTheOrders() {
    card.list(setInstrument(1, 50, 90, 110));
    refuses(bid(1, 100, 5).position(positionOf(2, 0)), RejectReason.UNKNOWN_POSITION);
    refuses(bid(1, 100, 5).position(positionOf(1, 1)), RejectReason.UNKNOWN_POSITION);
    refuses(bid(1, 100, 5).position(positionOf(5, 0)), RejectReason.UNKNOWN_POSITION);
    refuses(bid(1, 100, 5).position(0xFFFF_FFFFL), RejectReason.UNKNOWN_POSITION);
    refuses(bid(1, 100, 5).position(card.description().positions()), RejectReason.UNKNOWN_POSITION);
    accepts(closePosition(1, 0));
    refuses(bid(1, 100, 5), RejectReason.UNKNOWN_POSITION);
  }

  @Test
  void refusesToOpenAPositionOfWhatIsNotKnown() {
    refuses(openPosition(30, 1, 1), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(openPosition(30, 1, 65_535), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(openPosition(30, 9, 0), RejectReason.UNKNOWN_ACCOUNT);
    refuses(openPosition(30, 0xFFFF_FFFFL, 0), RejectReason.UNKNOWN_ACCOUNT);
    refuses(openPosition(0xFFFF_FFFFL, 0, 0), RejectReason.POSITION_OUT_OF_RANGE);
    refuses(openPosition(card.description().positions(), 0, 0), RejectReason.POSITION_OUT_OF_RANGE);
    refuses(openPosition(positionOf(1, 0), 0, 0), RejectReason.POSITION_OCCUPIED);
    accepts(openPosition(card.description().positions() - 1, 0, 0));
  }

  @Test
  void refusesToCloseAPositionThatIsNotTheirsOrNotEmpty() {
    refuses(closePosition(positionOf(5, 0), 5, 0), RejectReason.UNKNOWN_POSITION);
    refuses(closePosition(positionOf(1, 0), 2, 0), RejectReason.UNKNOWN_POSITION);
    refuses(closePosition(positionOf(1, 0), 1, 1), RejectReason.UNKNOWN_POSITION);
    refuses(closePosition(0xFFFF_FFFFL, 1, 0), RejectReason.UNKNOWN_POSITION);
    card.after(bid(1, 100, 5), ask(2, 105, 1));
    refuses(closePosition(1, 0), RejectReason.POSITION_NOT_EMPTY);
    refuses(closePosition(2, 0), RejectReason.POSITION_NOT_EMPTY);
    card.after(ask(3, 100, 5).account(3));
    refuses(closePosition(1, 0), RejectReason.POSITION_NOT_EMPTY);
    refuses(closePosition(3, 0), RejectReason.POSITION_NOT_EMPTY);
    card.after(cancel(2).account(2));
    accepts(closePosition(2, 0));
  }

  @Test
  void aPositionOpensEmptyInASlotUsedBefore() {
    accepts(closePosition(4, 0));
    accepts(openPosition(positionOf(4, 0), 3, 0));
    assertEquals("position of 3 in 0: 0, bids 0, asks 0", card.send(audit(4)).get(3));
    refuses(closePosition(4, 0), RejectReason.UNKNOWN_POSITION);
  }

  private void assertPosition(int account, String expected) {
    String line = "position of " + account + " in 0: " + expected;
    assertEquals(line, card.send(audit(4)).get(account - 1));
  }
}
