package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.loadAsk;
import static io.lockstep.sim.model.TestCommand.loadBid;
import static io.lockstep.sim.model.TestDefinitions.endOfLoad;
import static io.lockstep.sim.model.TestMargin.adjust;
import static io.lockstep.sim.model.TestMargin.adjustAddOn;
import static io.lockstep.sim.model.TestMargin.commit;
import static io.lockstep.sim.model.TestMargin.feeRow;
import static io.lockstep.sim.model.TestMargin.instrument;
import static io.lockstep.sim.model.TestMargin.loadAccount;
import static io.lockstep.sim.model.TestMargin.loadPortfolio;
import static io.lockstep.sim.model.TestMargin.loadPosition;
import static io.lockstep.sim.model.TestMargin.openPortfolio;
import static io.lockstep.sim.model.TestMargin.portfolioOf;
import static io.lockstep.sim.model.TestMargin.reserve;
import static io.lockstep.sim.model.TestMargin.reserving;
import static io.lockstep.sim.model.TestMargin.sweep;
import static io.lockstep.sim.model.TestMargin.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.LoadAccountEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How a state with margin is restored. The card is loading: instrument 0 of group 0 is committed at
 * epoch 6 with the mark 90 and 80 at risk a lot, and at epoch 7 with the mark 100 and 50 at risk.
 */
abstract class MarginLoadingRules extends MarginRules {
  private static final MarginStatus HEALTHY = MarginStatus.HEALTHY;
  private static final long OLDER = 6;
  private static final long CURRENT = 7;

  @Override
  void prepare() {
    accepts(instrument(0, 0));
    stageAll(0, 90, -80, 80);
    takes(commit(0, ONE, ONE, OLDER));
    stageAll(0, 100, -50, 50);
    takes(commit(0, ONE, HALF, CURRENT));
  }

  private void loadTwoAccounts() {
    accepts(loadAccount(1, 0, 5_000, HEALTHY));
    accepts(loadAccount(2, 0, 5_000, HEALTHY));
    accepts(loadPortfolio(1, 0, CURRENT));
    accepts(loadPortfolio(2, 0, OLDER));
  }

  @Test
  void whatIsLoadedCountsInTheBankOfItsPortfolio() {
    loadTwoAccounts();
    accepts(loadPosition(1, 4));
    accepts(loadPosition(2, -4));
    assertEquals(new Figures(5_000, 4_000, 0, 200, 100, HEALTHY), figures(1));
    assertEquals(new Figures(5_000, -3_600, 0, 320, 320, HEALTHY), figures(2));
    takes(reserving(loadBid(1, 100, 5, 2), 20, 0));
    takes(reserving(loadAsk(2, 105, 5, 3), 7, 0).parked());
    assertEquals(new Figures(5_000, 4_000, 60, 350, 100, HEALTHY), figures(1));
    assertEquals(new Figures(5_000, -3_600, 14, 480, 320, HEALTHY), figures(2));
    accepts(endOfLoad());
    assertEquals(List.of("swept 1"), card.send(sweep(0, 160)));
    assertEquals(new Figures(5_000, -4_000, 14, 300, 100, HEALTHY), figures(2));
  }

  @Test
  void aRestoredCardHoldsTheSameAsTheOneThatItWasReadFrom() {
    accepts(feeRow(0, 1, 1 << 16, 1 << 15, 0));
    loadTwoAccounts();
    accepts(loadPosition(1, 0));
    accepts(loadPosition(2, 0));
    accepts(endOfLoad());
    takes(adjustAddOn(1, 11));
    takes(transfer(2, 1, 100, 4));
    takes(bid(1, 102, 5));
    takes(ask(2, 102, 2));
    takes(adjust(1, -4_500).bySystem());
    long expected = card.stateHash();
    try (CardUnderTest other = new CardUnderTest(open())) {
      card.close();
      card = other;
      prepare();
      accepts(feeRow(0, 1, 1 << 16, 1 << 15, 0));
      accepts(loadAccount(1, 0, 5_000 - 4_500 - 4_000 - 2_040, MarginStatus.INITIAL_BREACHED));
      accepts(loadAccount(2, 0, 5_000 + 4_000 + 2_040, HEALTHY));
      accepts(loadPortfolio(1, 11, CURRENT));
      accepts(loadPortfolio(2, 0, CURRENT));
      accepts(loadPosition(1, 6));
      accepts(loadPosition(2, -6));
      takes(reserving(loadBid(1, 102, 5, 2), 20, 0));
      assertEquals(expected, card.stateHash());
    }
  }

  @Test
  void aLoadedOrderPaysByTheTierThatItHad() {
    accepts(feeRow(0, 3, 1 << 16, 0, 0));
    loadTwoAccounts();
    accepts(loadPosition(1, 0));
    accepts(loadPosition(2, 0));
    takes(reserving(loadBid(1, 100, 1, 0), 4, 3));
    accepts(endOfLoad());
    assertEquals("trade 2x1 1@100 fees 0/4", card.send(ask(2, 100, 1)).get(1));
  }

  @Test
  void theStatusLastReportedIsRestoredAndNotCompared() {
    loadTwoAccounts();
    accepts(loadAccount(1, 0, -1, HEALTHY));
    accepts(endOfLoad());
    assertEquals(HEALTHY, figures(1).status());
    assertEquals(List.of("done ADJUST", "status of 1 BANKRUPT"), card.send(adjust(1, 0)));
  }

  @Test
  void theEpochIsAnyWhileLoadingAndWrapsRound() {
    stageAll(0, 100, -50, 50);
    takes(commit(0, ONE, HALF, 0xFFFF_FFFFL));
    accepts(loadAccount(1, 0, 5_000, HEALTHY));
    refuses(loadPortfolio(1, 0, 0), RejectReason.WRONG_EPOCH);
    accepts(loadPortfolio(1, 0, 0xFFFF_FFFFL));
    accepts(endOfLoad());
    stageAll(0, 100, -50, 50);
    refuses(commit(0, ONE, HALF, 1), RejectReason.WRONG_EPOCH);
    takes(commit(0, ONE, HALF, 0));
  }

  // ---- refusals

  @Test
  void whatMovesMoneyWaitsForTheEndOfLoad() {
    loadTwoAccounts();
    accepts(loadPosition(1, 4));
    accepts(loadPosition(2, -4));
    takes(loadBid(1, 100, 5, 2));
    refuses(adjust(1, 1), RejectReason.LOADING);
    refuses(adjustAddOn(1, 1), RejectReason.LOADING);
    refuses(transfer(1, 2, 100, 1), RejectReason.LOADING);
    refuses(reserve(1, 1), RejectReason.LOADING);
    refuses(sweep(0, 1), RejectReason.LOADING);
    accepts(endOfLoad());
    refuses(loadAccount(1, 0, 5_000, HEALTHY), RejectReason.NOT_LOADING);
    refuses(loadPortfolio(3, 0, CURRENT), RejectReason.NOT_LOADING);
    refuses(loadPosition(3, 0), RejectReason.NOT_LOADING);
    refuses(loadBid(1, 100, 5, 2), RejectReason.NOT_LOADING);
  }

  @Test
  void nothingIsStagedWhilePortfoliosOfTheOlderEpochAreLoaded() {
    loadTwoAccounts();
    refuses(TestMargin.stage(0, 0, 100, 0), RejectReason.SWEEP_UNFINISHED);
  }

  @Test
  void refusesAnAccountThatCannotBe() {
    long bound = 3L << 59;
    int accounts = card.description().accounts();
    refuses(loadAccount(1, 8, 0, HEALTHY), RejectReason.UNSUPPORTED_FIELD);
    refuses(
        loadAccount(1, 0, 0, HEALTHY).withByte(LoadAccountEncoder.statusEncodingOffset(), 4),
        RejectReason.UNSUPPORTED_FIELD);
    refuses(loadAccount(accounts, 0, 0, HEALTHY), RejectReason.UNKNOWN_ACCOUNT);
    refuses(loadAccount(0xFFFF_FFFFL, 0, 0, HEALTHY), RejectReason.UNKNOWN_ACCOUNT);
    refuses(loadAccount(1, 0, bound, HEALTHY), RejectReason.CASH_BOUND);
    refuses(loadAccount(1, 0, -bound, HEALTHY), RejectReason.CASH_BOUND);
    refuses(loadAccount(1, 0, Long.MIN_VALUE, HEALTHY), RejectReason.CASH_BOUND);
    accepts(loadAccount(1, 7, bound - 1, MarginStatus.BANKRUPT));
    accepts(loadAccount(1, 7, 1 - bound, HEALTHY));
  }

  @Test
  void refusesAPortfolioThatCannotBe() {
    refuses(loadPortfolio(1, 0, CURRENT), RejectReason.UNKNOWN_ACCOUNT);
    accepts(loadAccount(1, 0, 0, HEALTHY));
    refuses(loadPortfolio(1, 0, OLDER - 1), RejectReason.WRONG_EPOCH);
    refuses(loadPortfolio(1, 0, CURRENT + 1), RejectReason.WRONG_EPOCH);
    refuses(loadPortfolio(1, -1, CURRENT), RejectReason.ADD_ON_BOUND);
    refuses(loadPortfolio(1, 1L << 54, CURRENT), RejectReason.ADD_ON_BOUND);
    accepts(loadPortfolio(1, (1L << 54) - 1, OLDER));
    refuses(loadPortfolio(1, 0, CURRENT), RejectReason.PORTFOLIO_OCCUPIED);
    refuses(openPortfolio(0, 1, 0), RejectReason.PORTFOLIO_EXISTS);
  }

  @Test
  void refusesAPositionThatCannotBe() {
    loadTwoAccounts();
    refuses(loadPosition(1, 10_001), RejectReason.POSITION_BOUND);
    refuses(loadPosition(1, Integer.MIN_VALUE), RejectReason.POSITION_BOUND);
    refuses(
        loadPosition(1, 4)
            .withInt(LoadPositionEncoder.portfolioEncodingOffset(), portfolioOf(2, 0)),
        RejectReason.UNKNOWN_PORTFOLIO);
    accepts(loadPosition(1, -10_000));
    accepts(instrument(3, 0));
    refuses(
        TestDefinitions.loadPosition(1, 3, 0)
            .withInt(LoadPositionEncoder.portfolioEncodingOffset(), portfolioOf(1, 0)),
        RejectReason.NOT_VALUED);
  }

  @Test
  void refusesAnOrderThatCannotBe() {
    loadTwoAccounts();
    accepts(loadPosition(1, 4));
    long most = 2 * 10 * 1_000 + 100;
    refuses(reserving(loadBid(1, 100, 5, 2), 0, 8), RejectReason.UNSUPPORTED_FIELD);
    refuses(reserving(loadBid(1, 100, 5, 2), -1, 0), RejectReason.MARGIN_BOUND);
    refuses(reserving(loadBid(1, 100, 5, 2), most + 1, 0), RejectReason.MARGIN_BOUND);
    refuses(reserving(loadBid(1, 111, 5, 2), -1, 0), RejectReason.BEYOND_BAND);
    refuses(reserving(loadBid(1, 100, 1_000, 2), -1, 0).position(3), RejectReason.UNKNOWN_POSITION);
    takes(reserving(loadBid(1, 100, 5, 2), most, 7));
    accepts(instrument(3, 0));
    accepts(TestMargin.openPosition(1, 3, 0));
    refuses(loadBid(2, 100, 5, 2).instrument(3), RejectReason.NOT_VALUED);
  }

  @Test
  void loadedOrdersKeepThePositionLimitOfTheInstrument() {
    loadTwoAccounts();
    accepts(loadPosition(1, -9_990));
    refuses(loadBid(1, 100, 13, 2), RejectReason.POSITION_BOUND);
    takes(loadBid(1, 100, 11, 2));
    refuses(loadAsk(2, 105, 4, 2).account(1), RejectReason.POSITION_BOUND);
    takes(loadAsk(2, 105, 3, 2).account(1));
  }
}
