package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.cross;
import static io.lockstep.sim.model.TestCommand.massCancel;
import static io.lockstep.sim.model.TestDefinitions.setAccount;
import static io.lockstep.sim.model.TestMargin.account;
import static io.lockstep.sim.model.TestMargin.feeRow;
import static io.lockstep.sim.model.TestMargin.instrument;
import static io.lockstep.sim.model.TestMargin.openPosition;
import static io.lockstep.sim.model.TestMargin.replace;
import static io.lockstep.sim.model.TestMargin.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import org.junit.jupiter.api.Test;

/** What a fill moves: cash, fees, value, and what orders reserve. */
abstract class SettlementRules extends MarginRules {
  /** A rate of 1/256. */
  private static final int RATE = 1 << 16;

  @Test
  void theBuyerPaysAndTheSellerGetsThePrice() {
    takes(ask(1, 101, 3));
    takes(bid(2, 101, 3));
    assertEquals(CASH - 3_030, figures(1).cash());
    assertEquals(3_000, figures(1).value());
    assertEquals(CASH + 3_030, figures(2).cash());
    assertEquals(-3_000, figures(2).value());
  }

  @Test
  void atANegativePriceTheSellerPays() {
    TestCommand spread = instrument(3, 0);
    with(spread).windowBase(-50).bandLow(-50).bandHigh(50);
    accepts(spread);
    accepts(feeRow(3, 0, 0, RATE, 0));
    accepts(openPosition(1, 3, 0));
    accepts(openPosition(2, 3, 0));
    stageAll(0, 100, 0);
    stageAll(1, 100, 0);
    stageAll(3, -20, 0);
    commitNext(0);
    sweepAll();
    assertEquals("accepted 1 r 1", card.send(ask(1, -20, 3).instrument(3)).get(0));
    assertEquals("accepted 2 r 1", card.send(bid(2, -21, 3).instrument(3)).get(0));
    assertEquals("trade 3x1 3@-20 fees 3/0", card.send(bid(3, -20, 3).instrument(3)).get(1));
    assertEquals(CASH + 600 - 3, figures(1).cash());
    assertEquals(-600, figures(1).value());
    assertEquals(CASH - 600, figures(2).cash());
  }

  // ---- fees

  @Test
  void makerAndTakerPayByTheirRatesRoundedUp() {
    accepts(feeRow(0, 0, RATE / 2, RATE, 0));
    takes(ask(1, 100, 3));
    assertEquals("trade 2x1 3@100 fees 12/6", card.send(bid(2, 100, 3)).get(1));
    assertEquals(CASH - 3_000 - 12, figures(1).cash());
    assertEquals(CASH + 3_000 - 6, figures(2).cash());
  }

  @Test
  void aRebateIsRoundedAgainstTheAccount() {
    accepts(feeRow(0, 0, -RATE / 2, RATE, 0));
    takes(ask(1, 100, 3));
    assertEquals("trade 2x1 3@100 fees 12/-5", card.send(bid(2, 100, 3)).get(1));
    assertEquals(CASH + 3_000 + 5, figures(2).cash());
  }

  @Test
  void eachOrderPaysByTheTierThatItEnteredWith() {
    accepts(feeRow(0, 1, RATE, 2 * RATE - 1, 0));
    accepts(feeRow(0, 2, 2 * RATE - 1, RATE, 0));
    accepts(account(1, 1));
    accepts(account(2, 2));
    takes(ask(1, 100, 1));
    accepts(account(2, 1));
    assertEquals("trade 2x1 1@100 fees 8/8", card.send(bid(2, 100, 1)).get(1));
    takes(bid(3, 100, 1));
    assertEquals("trade 4x3 1@100 fees 8/4", card.send(ask(4, 100, 1)).get(1));
  }

  @Test
  void bothSidesOfACrossPayTheAuctionRateOfTheirTiers() {
    accepts(feeRow(0, 1, 0, 0, RATE));
    accepts(feeRow(0, 2, 0, 0, RATE / 2));
    accepts(account(1, 1));
    accepts(account(2, 2));
    takes(bid(1, 101, 3).parked());
    takes(ask(2, 99, 3).parked());
    assertEquals("trade 1x2 3@100 fees 12/6", card.send(cross(1, 2, 100, 3)).get(0));
    assertEquals(CASH - 3_012, figures(1).cash());
    assertEquals(CASH + 2_994, figures(2).cash());
    assertEquals(0, figures(1).reserve());
    assertEquals(0, figures(2).reserve());
  }

  @Test
  void aFillAtTheLimitDoesNotLowerTheFreeEquity() {
    accepts(feeRow(0, 0, RATE / 2, RATE, 0));
    takes(ask(1, 101, 3).account(2));
    takes(bid(2, 101, 2).parked());
    long before = figures(1).free();
    takes(bid(3, 101, 3));
    long open = before - 3 * (10 + 4 + 50);
    assertEquals(before - 3 * 10 - 12 - 3 * 50, figures(1).free());
    assertEquals(true, figures(1).free() >= open);
  }

  // ---- reserves

  @Test
  void whatEndsGivesItsReserveBack() {
    takes(bid(1, 102, 4));
    takes(bid(2, 101, 4).parked());
    assertEquals(120, figures(1).reserve());
    takes(cancel(2));
    assertEquals(80, figures(1).reserve());
    takes(ask(3, 102, 1));
    assertEquals(60, figures(1).reserve());
    takes(replace(1, Side.BUY, 1, 102, 3));
    assertEquals(40, figures(1).reserve());
    takes(replace(1, Side.BUY, 1, 101, 3));
    assertEquals(20, figures(1).reserve());
    takes(massCancel());
    assertEquals(0, figures(1).reserve());
  }

  @Test
  void whatDoesNotRestGivesItsReserveBack() {
    takes(bid(1, 102, 4).immediateOrCancel());
    takes(bid(2, 111, 4));
    assertEquals(0, figures(1).reserve());
    assertEquals(0, figures(1).initial());
  }

  @Test
  void anOrderThatItsOwnerEndsGivesItsReserveBack() {
    accepts(setAccount(1, 7));
    takes(bid(1, 102, 4));
    takes(ask(2, 98, 2).account(1).prevention(SelfTradePrevention.CANCEL_BOTH));
    assertEquals(0, figures(1).reserve());
    assertEquals(0, figures(1).initial());
  }

  @Test
  void aFillAtABetterPriceGivesTheWholeReserveBack() {
    takes(ask(1, 100, 4));
    takes(bid(2, 105, 4));
    assertEquals(0, figures(1).reserve());
    assertEquals(CASH - 4_000, figures(1).cash());
  }

  @Test
  void aParkedOrderKeepsItsReserve() {
    takes(bid(1, 102, 4));
    takes(TestCommand.park(1));
    assertEquals(80, figures(1).reserve());
    takes(TestCommand.unpark(1));
    assertEquals(80, figures(1).reserve());
  }
}
