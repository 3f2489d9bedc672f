package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.positionOf;
import static io.lockstep.sim.model.TestMargin.account;
import static io.lockstep.sim.model.TestMargin.adjustAddOn;
import static io.lockstep.sim.model.TestMargin.changed;
import static io.lockstep.sim.model.TestMargin.closePortfolio;
import static io.lockstep.sim.model.TestMargin.closePosition;
import static io.lockstep.sim.model.TestMargin.commit;
import static io.lockstep.sim.model.TestMargin.feeRow;
import static io.lockstep.sim.model.TestMargin.instrument;
import static io.lockstep.sim.model.TestMargin.openPortfolio;
import static io.lockstep.sim.model.TestMargin.openPosition;
import static io.lockstep.sim.model.TestMargin.portfolioOf;
import static io.lockstep.sim.model.TestMargin.stage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instruments, fee rows, accounts, portfolios and positions of a card with margin. */
abstract class MarginDefinitionRules extends MarginRules {
  private static final int INSTRUMENTS = 1;
  private static final int MOST_RATE = (1 << 17) - 1;

  private String terms(int instrument) {
    return card.send(audit(INSTRUMENTS)).get(2 * instrument + 1);
  }

  @Test
  void flagsThatACommandDoesNotNameAreRefused() {
    List<TestCommand> commands =
        List.of(
            instrument(0, 0),
            account(1, 0),
            feeRow(0, 0, 0, 0, 0),
            openPortfolio(1, 5),
            closePortfolio(1, 0),
            openPosition(1, 0, 0),
            closePosition(1, 0, 0),
            stage(0, 0, 100, 0),
            TestMargin.curve(0, 0),
            commit(5, ONE, HALF, 1),
            TestMargin.sweep(0, 1),
            TestMargin.reserve(1, 1),
            TestMargin.transfer(1, 2, 100, 1),
            TestMargin.loadAccount(1, 0, 0, MarginStatus.HEALTHY),
            TestMargin.loadPortfolio(1, 0, 1));
    for (TestCommand command : commands) {
      refuses(command.bySystem(), RejectReason.UNSUPPORTED_FIELD);
      refuses(command.flags(Flags.DRY_RUN), RejectReason.UNSUPPORTED_FIELD);
    }
    refuses(TestCommand.replace(1, 100, 1).bySystem(), RejectReason.UNSUPPORTED_FIELD);
    refuses(bid(1, 100, 1).flags(1 << 5), RejectReason.UNSUPPORTED_FIELD);
  }

  // ---- set instrument

  @Test
  void anInstrumentHasItsTerms() {
    String limits = "group 0 multiplier 10 close band 2 worst fee 100 limit 10000";
    assertEquals("terms of 0: " + limits + " mark 100", terms(0));
    accepts(instrument(3, 0));
    assertEquals("terms of 3: " + limits + " not valued", terms(3));
  }

  @Test
  void refusesTermsThatAreNone() {
    refuses(changed(3, 0, i -> i.multiplier(0)), RejectReason.LIMITS_INVALID);
    refuses(changed(3, 0, i -> i.positionLimit(0)), RejectReason.LIMITS_INVALID);
    refuses(changed(3, 0, i -> i.positionLimit(1 << 28)), RejectReason.LIMITS_INVALID);
    int groups = card.description().groups();
    refuses(instrument(3, groups), RejectReason.GROUP_OUT_OF_RANGE);
    refuses(instrument(3, 65_535), RejectReason.GROUP_OUT_OF_RANGE);
  }

  @Test
  void refusesTermsBeyondTheBoundOfAPosition() {
    long most = (1L << 49) - 1;
    refuses(
        changed(3, 0, i -> i.positionLimit(1).worstFee(most - 10_000 + 1)),
        RejectReason.MARGIN_BOUND);
    accepts(changed(3, 0, i -> i.positionLimit(1).worstFee(most - 10_000)));
    refuses(changed(3, 0, i -> i.worstFee(-1)), RejectReason.MARGIN_BOUND);
    refuses(
        changed(3, 0, i -> i.maxPrice(Integer.MAX_VALUE).multiplier(0xFFFF_FFFFL).positionLimit(1)),
        RejectReason.MARGIN_BOUND);
    refuses(
        changed(3, 0, i -> i.positionLimit((1 << 28) - 1).worstFee((1 << 21) - 10_000 + 1)),
        RejectReason.MARGIN_BOUND);
    accepts(changed(3, 0, i -> i.positionLimit((1 << 28) - 1).worstFee((1 << 21) - 10_000)));
  }

  @Test
  void whatMarginRestsOnCannotChangeWhilePositionsAreOpen() {
    refuses(instrument(0, 1), RejectReason.INSTRUMENT_IN_USE);
    refuses(changed(0, 0, i -> i.multiplier(11)), RejectReason.INSTRUMENT_IN_USE);
    refuses(changed(0, 0, i -> i.maxPrice(999)), RejectReason.INSTRUMENT_IN_USE);
    refuses(changed(0, 0, i -> i.positionLimit(9_999)), RejectReason.INSTRUMENT_IN_USE);
    refuses(changed(0, 0, i -> i.worstFee(99)), RejectReason.INSTRUMENT_IN_USE);
    accepts(changed(0, 0, i -> i.closeBand(3).maxQuantity(9).windowBase(51).bandHigh(111)));
    assertTrue(terms(0).endsWith("mark 100"), "still valued");
    for (int account = 1; account <= TRADERS; account++) {
      refuses(changed(0, 0, i -> i.worstFee(99)), RejectReason.INSTRUMENT_IN_USE);
      accepts(closePosition(account, 0, 0));
    }
    accepts(changed(0, 0, i -> i.worstFee(99)));
    assertTrue(terms(0).endsWith("not valued"), "set anew");
  }

  @Test
  void anInstrumentSetAnewHasNoFeesAndNothingStaged() {
    accepts(instrument(3, 0));
    accepts(feeRow(3, 0, 1, 2, 3));
    stageAll(0, 100, 0);
    stageAll(1, 100, 0);
    stageAll(3, 100, 0);
    String before = feesOf(3);
    accepts(changed(3, 0, i -> i.closeBand(9)));
    assertEquals(before, feesOf(3));
    accepts(changed(3, 0, i -> i.multiplier(9)));
    assertEquals("0", feesOf(3));
    refuses(commit(0, ONE, HALF, epoch(0) + 1), RejectReason.NOT_STAGED);
    stageAll(3, 100, 0);
    commitNext(0);
  }

  private String feesOf(int instrument) {
    return Long.toString(card.send(audit(INSTRUMENTS).bytes).get(2 * instrument + 1).getLong(32));
  }

  @Test
  void anInstrumentMayMoveToAnotherGroup() {
    accepts(instrument(3, 0));
    refuses(commit(0, ONE, HALF, epoch(0) + 1), RejectReason.NOT_STAGED);
    accepts(instrument(3, 5));
    refuses(commit(5, ONE, HALF, 1), RejectReason.NOT_STAGED);
    stageAll(0, 100, 0);
    stageAll(1, 100, 0);
    commitNext(0);
  }

  @Test
  void aGroupHasAtMost128Instruments() {
    assumeTrue(instruments() >= 129 + 3, "the card has no more instruments than a group may have");
    for (int number = 3; number < 128 + 3; number++) {
      accepts(instrument(number, 5));
    }
    refuses(instrument(128 + 3, 5), RejectReason.GROUP_FULL);
    accepts(changed(3, 5, i -> i.multiplier(9)));
    accepts(instrument(3, 6));
    accepts(instrument(128 + 3, 5));
    refuses(instrument(3, 5), RejectReason.GROUP_FULL);
  }

  // ---- set fee row, set account

  @Test
  void refusesFeesThatTheWorstFeeDoesNotCover() {
    refuses(feeRow(0, 8, 0, 0, 0), RejectReason.UNSUPPORTED_FIELD);
    refuses(feeRow(9, 0, 0, 0, 0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(feeRow(0, 0, MOST_RATE + 1, 0, 0), RejectReason.MARGIN_BOUND);
    refuses(feeRow(0, 0, 0, -MOST_RATE - 1, 0), RejectReason.MARGIN_BOUND);
    refuses(feeRow(0, 0, 0, 0, Integer.MIN_VALUE), RejectReason.MARGIN_BOUND);
    accepts(feeRow(0, 7, MOST_RATE, -MOST_RATE, MOST_RATE));
    accepts(changed(3, 0, i -> i.worstFee(78)));
    refuses(feeRow(3, 0, MOST_RATE, 0, 0), RejectReason.MARGIN_BOUND);
    refuses(feeRow(3, 0, 0, MOST_RATE, 0), RejectReason.MARGIN_BOUND);
    refuses(feeRow(3, 0, 0, 0, MOST_RATE), RejectReason.MARGIN_BOUND);
    int of78 = (int) ((78L << 24) / 10_000);
    accepts(feeRow(3, 0, of78, of78, of78));
    refuses(feeRow(3, 0, of78 + 1, 0, 0), RejectReason.MARGIN_BOUND);
  }

  @Test
  void refusesAFeeTierThatIsNone() {
    refuses(account(1, 8), RejectReason.UNSUPPORTED_FIELD);
    refuses(account(1, 255), RejectReason.UNSUPPORTED_FIELD);
    accepts(account(1, 7));
  }

  @Test
  void anAccountSetAnewKeepsItsMoney() {
    takes(bid(1, 102, 2));
    Figures before = figures(1);
    accepts(account(1, 7));
    assertEquals(before, figures(1));
  }

  // ---- portfolios

  @Test
  void refusesToOpenAPortfolioThatCannotBe() {
    int groups = card.description().groups();
    int portfolios = card.description().portfolios();
    refuses(openPortfolio(0, 9, 0), RejectReason.UNKNOWN_ACCOUNT);
    refuses(openPortfolio(0, 0xFFFF_FFFFL, 0), RejectReason.UNKNOWN_ACCOUNT);
    refuses(openPortfolio(0, 1, groups), RejectReason.GROUP_OUT_OF_RANGE);
    refuses(openPortfolio(portfolios, 1, 2), RejectReason.PORTFOLIO_OUT_OF_RANGE);
    refuses(openPortfolio(0xFFFF_FFFFL, 1, 2), RejectReason.PORTFOLIO_OUT_OF_RANGE);
    refuses(openPortfolio(portfolioOf(1, 0), 1, 2), RejectReason.PORTFOLIO_OCCUPIED);
    refuses(openPortfolio(portfolioOf(1, 2), 1, 0), RejectReason.PORTFOLIO_EXISTS);
    accepts(openPortfolio(portfolios - 1, 1, 2));
  }

  @Test
  void refusesToCloseAPortfolioThatIsNotTheirsOrNotEmpty() {
    refuses(closePortfolio(0, 1, 0), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(closePortfolio(0xFFFF_FFFFL, 1, 0), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(closePortfolio(portfolioOf(1, 0), 2, 0), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(closePortfolio(portfolioOf(1, 0), 1, 1), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(closePortfolio(1, 0), RejectReason.PORTFOLIO_NOT_EMPTY);
    accepts(closePosition(1, 0, 0));
    refuses(closePortfolio(1, 0), RejectReason.PORTFOLIO_NOT_EMPTY);
    accepts(closePosition(1, 1, 0));
    takes(adjustAddOn(1, 1));
    refuses(closePortfolio(1, 0), RejectReason.PORTFOLIO_NOT_EMPTY);
    takes(adjustAddOn(1, -1));
    accepts(closePortfolio(1, 0));
    refuses(closePortfolio(1, 0), RejectReason.UNKNOWN_PORTFOLIO);
    accepts(openPortfolio(1, 0));
  }

  // ---- positions

  @Test
  void aPositionBelongsToAPortfolioOfItsAccountAndGroup() {
    accepts(closePosition(1, 0, 0));
    refuses(inPortfolio(openPosition(1, 0, 0), portfolioOf(2, 0)), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(inPortfolio(openPosition(1, 0, 0), portfolioOf(1, 1)), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(inPortfolio(openPosition(1, 0, 0), portfolioOf(1, 5)), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(inPortfolio(openPosition(1, 0, 0), -1), RejectReason.UNKNOWN_PORTFOLIO);
    accepts(openPosition(1, 0, 0));
    refuses(inPortfolio(closePosition(1, 0, 0), portfolioOf(1, 1)), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(inPortfolio(closePosition(1, 0, 0), portfolioOf(2, 0)), RejectReason.UNKNOWN_PORTFOLIO);
    takes(bid(1, 90, 1));
    refuses(inPortfolio(closePosition(1, 0, 0), -1), RejectReason.POSITION_NOT_EMPTY);
  }

  private static TestCommand inPortfolio(TestCommand position, int portfolio) {
    return position.withInt(OpenPositionEncoder.portfolioEncodingOffset(), portfolio);
  }

  @Test
  void aPortfolioHasAtMost128Positions() {
    int first = positionOf(0, 10);
    for (int more = 0; more < 128 - 2; more++) {
      accepts(positionInSlot(first + more, 0));
    }
    refuses(positionInSlot(first + 126, 0), RejectReason.PORTFOLIO_FULL);
    accepts(closePosition(1, 0, 0));
    accepts(positionInSlot(first + 126, 0));
  }

  @Test
  void anAccountHasAtMost1024Positions() {
    int first = positionOf(0, 3);
    int opened = 3;
    for (int group = 2; group < 10; group++) {
      accepts(instrument(group + 1, group));
      accepts(openPortfolio(1, group));
      for (int more = 0; more < 128 && opened < 1_024; more++) {
        accepts(positionInSlot(first + opened++, group));
      }
    }
    assertEquals(1_024, opened);
    refuses(positionInSlot(first + opened, 0), RejectReason.PORTFOLIO_FULL);
    accepts(closePosition(1, 0, 0));
    accepts(positionInSlot(first + opened, 0));
  }

  /** Of account 1, in an instrument of the group. */
  private static TestCommand positionInSlot(int slot, int group) {
    int instrument = group == 0 ? 0 : group + 1;
    return inPortfolio(TestDefinitions.openPosition(slot, 1, instrument), portfolioOf(1, group));
  }

  @Test
  void aPositionThatClosedIsCountedNoMore() {
    takes(bid(1, 100, 3));
    takes(ask(2, 100, 3));
    takes(ask(3, 100, 3).account(1));
    takes(bid(4, 100, 3).account(2));
    accepts(closePosition(1, 0, 0));
    accepts(openPosition(1, 0, 0));
    mark(90);
    sweepAll();
    assertMargin(0, 0);
    assertEquals(List.of("swept 0"), card.send(TestMargin.sweep(0, 160)));
    accepts(stage(0, 0, 100, 0));
  }
}
