package io.lockstep.host.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The auction's price, rule by rule, each with orders that leave the decision to that rule. */
class CallBookTest {
  private static final int LOW = -50;
  private static final int HIGH = 50;
  private static final String NOTHING = "nothing trades";

  private final CallBook book = new CallBook(HIGH - LOW + 1);

  CallBookTest() {
    book.clear(LOW, HIGH);
  }

  private CallBookTest bid(int price, int lots) {
    book.add(true, price, lots);
    return this;
  }

  private CallBookTest ask(int price, int lots) {
    book.add(false, price, lots);
    return this;
  }

  private String at(long reference) {
    return book.determine(reference)
        ? book.volumeLots() + " at " + book.priceTicks() + ", " + book.imbalanceLots() + " left"
        : NOTHING;
  }

  @Test
  void theGreatestVolumeDecidesAlone() {
    bid(12, 10).bid(11, 20).ask(10, 15).ask(11, 10);

    // At 10: 15 lots, at 11: 25, at 12: 10. The reference at 12 changes nothing.
    assertEquals("25 at 11, 5 left", at(12));
  }

  @Test
  void ofPricesWithEqualVolumeTheOneWithTheSmallestImbalanceWins() {
    bid(14, 10).bid(11, 7).ask(10, 10).ask(14, 3);

    // 10 lots from 10 to 14: 7 buyers' lots left at 10 and 11, none from 12 to 13, 3 sellers' at
    // 14.
    assertEquals("10 at 12, 0 left", at(-40));
    assertEquals("10 at 13, 0 left", at(40));
  }

  @Test
  void aSmallerImbalanceOfSellersBeatsALargerOneOfBuyers() {
    bid(11, 10).bid(10, 5).ask(10, 10).ask(11, 3);

    assertEquals("10 at 11, -3 left", at(-40));
  }

  @Test
  void aSmallerImbalanceOfBuyersBeatsALargerOneOfSellers() {
    bid(11, 10).bid(10, 3).ask(10, 10).ask(11, 5);

    assertEquals("10 at 10, 3 left", at(40));
  }

  @Test
  void equalImbalancesOfBothSidesLeaveItToTheReference() {
    bid(11, 10).bid(10, 5).ask(10, 10).ask(11, 5);

    assertEquals("10 at 10, 5 left", at(10));
    assertEquals("10 at 11, -5 left", at(11));
    assertEquals("10 at 10, 5 left", at(Long.MIN_VALUE));
    assertEquals("10 at 11, -5 left", at(Long.MAX_VALUE));
  }

  @Test
  void theReferenceItselfIsThePriceInsideTheInterval() {
    bid(20, 10).ask(10, 10);

    assertEquals("10 at 13, 0 left", at(13));
  }

  @Test
  void aReferenceBelowTheIntervalGivesItsLowerEnd() {
    bid(20, 10).ask(10, 10);

    assertEquals("10 at 10, 0 left", at(9));
    assertEquals("10 at 10, 0 left", at(Long.MIN_VALUE));
  }

  @Test
  void aReferenceAboveTheIntervalGivesItsUpperEnd() {
    bid(20, 10).ask(10, 10);

    assertEquals("10 at 20, 0 left", at(21));
    assertEquals("10 at 20, 0 left", at(Long.MAX_VALUE));
  }

  @Test
  void aWholeIntervalMayHaveBuyersLeft() {
    bid(20, 10).ask(10, 4);

    assertEquals("4 at 10, 6 left", at(-40));
    assertEquals("4 at 20, 6 left", at(40));
  }

  @Test
  void nothingTradesWhereNothingCrosses() {
    bid(9, 10).ask(10, 10);

    assertEquals(NOTHING, at(9));
    assertEquals(0, book.volumeLots());
    assertEquals(0, book.imbalanceLots());
  }

  @Test
  void nothingTradesWithOneSideOrNone() {
    assertEquals(NOTHING, at(0));
    bid(HIGH, 10);
    assertEquals(NOTHING, at(0));
    bid(HIGH, -10).ask(LOW, 10);
    assertEquals(NOTHING, at(0));
  }

  @Test
  void noPriceIsOutsideTheBand() {
    bid(HIGH + 20, 10).ask(HIGH, 10);
    assertEquals("10 at 50, 0 left", at(70));

    book.clear(LOW, HIGH);
    bid(LOW, 10).ask(LOW - 20, 10);
    assertEquals("10 at -50, 0 left", at(-70));

    book.clear(LOW, HIGH);
    bid(HIGH + 20, 10).ask(LOW - 20, 10);
    assertEquals("10 at 7, 0 left", at(7));
  }

  @Test
  void ordersThatCouldMeetOnlyOutsideTheBandDoNotTrade() {
    bid(HIGH + 20, 10).ask(HIGH + 1, 10);
    assertEquals(NOTHING, at(HIGH));

    book.clear(LOW, HIGH);
    bid(LOW - 1, 10).ask(LOW - 20, 10);
    assertEquals(NOTHING, at(LOW));
  }

  @Test
  void aBandOfOneTickHasOnePrice() {
    book.clear(HIGH, HIGH);
    bid(HIGH + 1, 3).bid(HIGH - 1, 9).ask(HIGH - 7, 2).ask(HIGH + 1, 9);

    assertEquals("2 at 50, 1 left", at(0));
  }

  @Test
  void anOrderThatGoesCountsNoMore() {
    bid(12, 10).ask(10, 10).bid(12, -4);
    assertEquals("6 at 11, -4 left", at(11));
    ask(10, -10);
    assertEquals(NOTHING, at(11));
  }

  @Test
  void theExtremesOfPriceAndQuantityAreNoTrouble() {
    for (int i = 0; i < 100; i++) {
      bid(Integer.MAX_VALUE, (1 << 28) - 1).ask(-Integer.MAX_VALUE, (1 << 28) - 1);
    }
    bid(-Integer.MAX_VALUE, 1).ask(Integer.MAX_VALUE, 1);
    assertEquals(((1L << 28) - 1) * 100 + " at 1, 0 left", at(1));

    CallBook top = new CallBook(4);
    top.clear(Integer.MAX_VALUE - 3, Integer.MAX_VALUE);
    top.add(true, Integer.MAX_VALUE, 5);
    top.add(false, Integer.MAX_VALUE - 1, 5);
    assertTrue(top.determine(Long.MIN_VALUE));
    assertEquals(Integer.MAX_VALUE - 1, top.priceTicks());
  }

  @Test
  void nothingIsAllocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        book.add(i % 2 == 0, i % (HIGH - LOW + 1) + LOW, 1 + i % 9);
        book.determine(i);
      }
      book.clear(LOW, HIGH);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least < 1_000, least + " bytes");
  }
}
