package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.park;
import static io.lockstep.sim.model.TestMargin.adjustAddOn;
import static io.lockstep.sim.model.TestMargin.curve;

import org.junit.jupiter.api.Test;

/** What positions and open orders require: IM and MM of account 1. */
abstract class RequirementRules extends MarginRules {
  @Test
  void aPositionRequiresItsWorstScenario() {
    hold(0, 4);
    assertMargin(200, 100);
    hold(0, -10);
    assertMargin(300, 150);
  }

  @Test
  void anOpenOrderRequiresInitialMarginOnly() {
    takes(bid(1, 100, 4));
    assertMargin(200, 0);
    takes(ask(2, 101, 3).account(1).parked());
    assertMargin(200, 0);
    takes(cancel(1));
    assertMargin(150, 0);
    takes(cancel(2));
    assertMargin(0, 0);
  }

  @Test
  void twoSidedQuotesAreChargedForTheWorseSideOnlyPerScenario() {
    stageAll(0, 100, -50, 70);
    stageAll(1, 100, -50, 70);
    commitNext(0);
    takes(bid(1, 99, 4));
    assertMargin(200, 0);
    takes(ask(2, 101, 2).account(1));
    assertMargin(200, 0);
    takes(ask(3, 101, 2).account(1));
    assertMargin(280, 0);
  }

  @Test
  void quotesOfTwoInstrumentsAreChargedByTheWorseScenario() {
    takes(bid(1, 99, 4));
    takes(ask(2, 101, 3).account(1).instrument(1));
    assertMargin(200, 0);
    takes(bid(3, 99, 1).instrument(1));
    assertMargin(250, 0);
  }

  @Test
  void aHedgeLowersTheRequirement() {
    hold(0, 4);
    assertMargin(200, 100);
    hold(1, -3);
    assertMargin(50, 25);
    hold(1, -1);
    assertMargin(0, 0);
  }

  @Test
  void riskGroupsDoNotHedgeEachOther() {
    hold(0, 4);
    hold(2, -4);
    assertMargin(400, 200);
  }

  @Test
  void whatWinsInEveryScenarioRequiresNothing() {
    hold(0, 4);
    stageAll(0, 100, 10, 20);
    stageAll(1, 100, -50, 50);
    commitNext(0);
    sweepAll();
    assertMargin(0, 0);
  }

  @Test
  void aFillMovesTheRequirementFromTheOrderToThePosition() {
    takes(bid(1, 100, 4));
    takes(ask(2, 100, 3).account(2));
    assertMargin(200, 75);
    takes(cancel(1));
    assertMargin(150, 75);
  }

  @Test
  void aParkedOrderRequiresAsMuchAsAResting() {
    takes(bid(1, 100, 4));
    takes(park(1));
    assertMargin(200, 0);
  }

  // ---- parts of the requirement

  @Test
  void bothFactorsRoundUp() {
    hold(0, 1);
    stageAll(0, 100, -50, 50);
    stageAll(1, 100, -50, 50);
    commitNext(0, ONE + 1, 1);
    sweepAll();
    assertMargin(51, 1);
  }

  @Test
  void theShortOptionMinimumIsAFloorForShortLots() {
    stageAll(0, 100, 30, curve(0, 0), 0);
    stageAll(1, 100, 0, curve(1, 0), -50, 50);
    commitNext(0);
    takes(ask(1, 101, 3).account(1));
    assertMargin(90, 0);
    hold(0, 2);
    assertMargin(30, 0);
    takes(cancel(1));
    hold(0, -6);
    assertMargin(120, 120);
    hold(1, 4);
    assertMargin(200, 120);
  }

  @Test
  void theSizeAddOnIsPiecewiseLinear() {
    stageSizes();
    long[] size = {0, 1, 2, 4, 6, 8, 11, 14, 17, 20, 23, 27, 31};
    for (int lots = 1; lots < size.length; lots++) {
      hold(0, 1);
      assertMargin(size[lots], size[lots]);
    }
    hold(0, -17);
    assertMargin(8, 8);
  }

  @Test
  void theSizeAddOnOfOrdersIsThatOfTheLargerPositionThatTheyMayLeadTo() {
    stageSizes();
    hold(0, 2);
    takes(bid(1, 100, 3));
    assertMargin(8, 2);
    takes(ask(2, 101, 6).account(1));
    assertMargin(8, 2);
    takes(ask(3, 101, 6).account(1));
    assertMargin(23, 2);
  }

  private void stageSizes() {
    stageAll(0, 100, 0, curve(0, new long[] {2, 5, 10}, 1, 2, 3, 4), 0);
    stageAll(1, 100, 0);
    commitNext(0);
  }

  @Test
  void theAddOnCountsInBothRequirements() {
    takes(adjustAddOn(1, 7));
    assertMargin(7, 7);
    hold(0, 4);
    assertMargin(207, 107);
    takes(adjustAddOn(1, -7));
    assertMargin(200, 100);
  }
}
