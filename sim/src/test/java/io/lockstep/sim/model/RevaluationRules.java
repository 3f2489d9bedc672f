package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestMargin.adjust;
import static io.lockstep.sim.model.TestMargin.adjustAddOn;
import static io.lockstep.sim.model.TestMargin.closePortfolio;
import static io.lockstep.sim.model.TestMargin.commit;
import static io.lockstep.sim.model.TestMargin.curve;
import static io.lockstep.sim.model.TestMargin.openPortfolio;
import static io.lockstep.sim.model.TestMargin.portfolioOf;
import static io.lockstep.sim.model.TestMargin.replace;
import static io.lockstep.sim.model.TestMargin.reserve;
import static io.lockstep.sim.model.TestMargin.stage;
import static io.lockstep.sim.model.TestMargin.sweep;
import static io.lockstep.sim.model.TestMargin.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Portfolios of the epoch before: what counts for them, and when they are re-valued. */
abstract class RevaluationRules extends MarginRules {
  private static final int GROUPS = 0b10_0000;
  private static final int PORTFOLIOS = 0b1000;
  private static final String BREACHED = "status of 1 INITIAL_BREACHED";

  @Test
  void aCommitMakesAllPortfoliosOfItsGroupStaleAndChangesNoFigure() {
    hold(0, 4);
    Figures before = figures(1);
    stageAll(0, 90, -80, 80);
    stageAll(1, 100, -50, 50);
    assertEquals(
        List.of("committed 0 epoch 2, 4 stale"), card.send(commit(0, ONE, HALF, epoch(0) + 1)));
    assertEquals(before, figures(1));
    assertEquals("group 0 epoch 2, 4 stale, factors 256 128", card.send(audit(GROUPS)).get(0));
    assertEquals(
        "portfolio of 1 in 0: IM 200 MM 100 value 4000 add-on 0 older",
        card.send(audit(PORTFOLIOS)).get(0));
    assertEquals(List.of("swept 4"), card.send(sweep(0, 160)));
    assertEquals(
        "portfolio of 1 in 0: IM 320 MM 160 value 3600 add-on 0",
        card.send(audit(PORTFOLIOS)).get(0));
  }

  // ---- by commands of the account

  @Test
  void anOrderFirstRevaluesItsAccount() {
    fallBelowInitialMargin();
    assertEquals(List.of(BREACHED, "rejected 1 MARGIN_INSUFFICIENT"), card.send(bid(1, 79, 1)));
    assertEquals(List.of("rejected 1 MARGIN_INSUFFICIENT"), card.send(bid(1, 79, 1)));
  }

  @Test
  void aReplaceFirstRevaluesItsAccount() {
    takes(bid(1, 60, 1));
    fallBelowInitialMargin();
    assertEquals(
        List.of(BREACHED, "replaced 1 1@59 LOST", "top 1@59 | -"),
        card.send(replace(1, Side.BUY, 1, 59, 1)));
  }

  @Test
  void anAdjustOfCashOrAddOnFirstRevaluesItsAccount() {
    fallBelowInitialMargin();
    assertEquals(List.of(BREACHED, "done ADJUST"), card.send(adjust(1, 1)));
    riseAndFallAgain();
    assertEquals(List.of(BREACHED, "done ADJUST_ADD_ON"), card.send(adjustAddOn(1, 0)));
  }

  @Test
  void aTransferFirstRevaluesTheSellerThenTheBuyer() {
    takes(transfer(4, 3, 100, 4));
    fallBelowInitialMargin();
    assertEquals(
        List.of("status of 3 INITIAL_BREACHED", BREACHED, "done TRANSFER", "status of 3 HEALTHY"),
        card.send(transfer(3, 1, 79, 1)));
  }

  @Test
  void aRefusedCommandRevaluesWhateverItsReason() {
    fallBelowInitialMargin();
    assertEquals(
        List.of(BREACHED, "rejected 1 UNSUPPORTED_FIELD"),
        card.send(bid(1, 79, 1).parked().postOnly()));
    riseAndFallAgain();
    assertEquals(
        List.of(BREACHED, "rejected 1 UNKNOWN_INSTRUMENT"), card.send(bid(1, 79, 1).instrument(9)));
    riseAndFallAgain();
    assertEquals(
        List.of(BREACHED, "rejected 9 UNKNOWN_ORDER"), card.send(replace(9, Side.BUY, 1, 79, 1)));
  }

  @Test
  void aTransferThatNamesAnUnknownAccountRevaluesNobody() {
    fallBelowInitialMargin();
    assertEquals(List.of("rejected 0 UNKNOWN_ACCOUNT"), card.send(transfer(1, 9, 79, 1)));
    assertEquals(List.of("rejected 0 UNKNOWN_ACCOUNT"), card.send(transfer(9, 1, 79, 1)));
    assertEquals(4, stale());
  }

  @Test
  void theOtherCommandsDoNot() {
    takes(bid(1, 99, 1));
    fallBelowInitialMargin();
    takes(TestCommand.park(1));
    takes(TestCommand.unpark(1));
    takes(reserve(1, 1));
    takes(cancel(1));
    assertEquals(4, stale());
  }

  @Test
  void aMakerOfTheOlderEpochIsSettledInTheOlderBank() {
    takes(bid(1, 100, 4));
    stageAll(0, 90, -80, 80);
    stageAll(1, 100, -50, 50);
    commitNext(0);
    takes(ask(2, 100, 3));
    assertMargin(200, 75);
    assertEquals(3_000, figures(1).value());
    assertEquals(240, figures(2).initial());
    assertEquals(-2_700, figures(2).value());
    sweepAll();
    assertMargin(320, 120);
    assertEquals(2_700, figures(1).value());
  }

  @Test
  void bothPortfoliosOfAnAccountAreRevaluedByAnOrderInOneOfThem() {
    hold(2, 2);
    stageAll(2, 100, -60, 60);
    commitNext(1);
    mark(100);
    takes(bid(1, 100, 1));
    assertMargin(120 + 50, 60);
  }

  // ---- sweep

  @Test
  void aSweepRevaluesTheStaleOnesOfItsSlots() {
    mark(100);
    assertEquals(List.of("swept 2"), card.send(sweep(portfolioOf(1, 0), 2)));
    assertEquals(List.of("swept 1"), card.send(sweep(0, 4)));
    assertEquals(List.of("swept 0"), card.send(sweep(0, 0)));
    assertEquals(List.of("swept 1"), card.send(sweep(0, 160)));
    assertEquals(0, stale());
  }

  @Test
  void aSweepTellsEachStatusThatChanged() {
    fallBelowInitialMargin();
    takes(adjust(4, -100).bySystem());
    assertEquals(List.of(BREACHED, "swept 3"), card.send(sweep(0, 160)));
  }

  @Test
  void refusesToSweepBeyondThePortfolios() {
    int portfolios = card.description().portfolios();
    refuses(sweep(0, portfolios + 1), RejectReason.PORTFOLIO_OUT_OF_RANGE);
    refuses(sweep(portfolios, 1), RejectReason.PORTFOLIO_OUT_OF_RANGE);
    refuses(sweep(0xFFFF_FFFFL, 0xFFFF_FFFFL), RejectReason.PORTFOLIO_OUT_OF_RANGE);
    refuses(sweep(1, 0xFFFF_FFFFL), RejectReason.PORTFOLIO_OUT_OF_RANGE);
    assertEquals(List.of("swept 0"), card.send(sweep(portfolios, 0)));
  }

  @Test
  void nothingIsStagedOrCommittedBeforeTheSweepIsDone() {
    mark(100);
    refuses(stage(0, 0, 100, 0), RejectReason.SWEEP_UNFINISHED);
    refuses(curve(0, 0), RejectReason.SWEEP_UNFINISHED);
    refuses(commit(0, ONE, HALF, epoch(0) + 1), RejectReason.SWEEP_UNFINISHED);
    accepts(stage(2, 0, 100, 0));
    takes(sweep(0, 4));
    refuses(stage(0, 0, 100, 0), RejectReason.SWEEP_UNFINISHED);
    takes(adjust(4, 0));
    accepts(stage(0, 0, 100, 0));
  }

  @Test
  void aPortfolioOpensInTheCurrentEpochAndAStaleOneMayClose() {
    accepts(openPortfolio(0, 0));
    mark(100);
    assertEquals(5, stale());
    accepts(closePortfolio(0, 0));
    assertEquals(4, stale());
    accepts(openPortfolio(0, 0));
    assertEquals(4, stale());
    assertEquals(List.of("swept 4"), card.send(sweep(0, 160)));
  }

  // ---- reserve

  @Test
  void aMarkThatMovesUnderAnOpenOrderReMarginsItByReserve() {
    takes(bid(1, 100, 4));
    mark(95);
    assertEquals(0, figures(1).reserve());
    assertEquals(List.of("reserved 1 of 1: 50"), card.send(reserve(1, 1)));
    assertEquals(200, figures(1).reserve());
    assertEquals(List.of("reserved 1 of 1: 50"), card.send(reserve(1, 1)));
    sweepAll();
    mark(98);
    assertEquals(List.of("reserved 1 of 1: 20"), card.send(reserve(1, 1)));
    assertEquals(80, figures(1).reserve());
    takes(cancel(1));
    assertEquals(0, figures(1).reserve());
  }

  @Test
  void refusesToReserveForAnOrderThatIsNotLive() {
    takes(bid(1, 100, 4));
    refuses(reserve(2, 1), RejectReason.UNKNOWN_ORDER);
    refuses(reserve(1, 2), RejectReason.UNKNOWN_ORDER);
    refuses(reserve(0xFFFF_FFFFL, 1), RejectReason.UNKNOWN_ORDER);
    assertEquals(List.of("rejected 2 UNKNOWN_ORDER"), card.send(reserve(2, 1)));
  }

  /** Account 1 is breached once its portfolio, which is stale, is re-valued. */
  private void fallBelowInitialMargin() {
    hold(0, 4);
    mark(79);
  }

  private void riseAndFallAgain() {
    sweepAll();
    mark(100);
    sweepAll();
    mark(79);
  }

  private int stale() {
    String line = card.send(audit(GROUPS)).get(0);
    return Integer.parseInt(line.replaceAll(".*, (\\d+) stale.*", "$1"));
  }
}
