package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestDefinitions.positionOf;
import static io.lockstep.sim.model.TestMargin.adjust;
import static io.lockstep.sim.model.TestMargin.adjustAddOn;
import static io.lockstep.sim.model.TestMargin.changed;
import static io.lockstep.sim.model.TestMargin.instrument;
import static io.lockstep.sim.model.TestMargin.openPosition;
import static io.lockstep.sim.model.TestMargin.portfolioOf;
import static io.lockstep.sim.model.TestMargin.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TransferEncoder;
import org.junit.jupiter.api.Test;

/** Adjust, adjust add-on and transfer. */
abstract class MoneyRules extends MarginRules {
  private static final RejectReason INSUFFICIENT = RejectReason.MARGIN_INSUFFICIENT;
  private static final long CASH_BOUND = 1L << 60;
  private static final long ADD_ON_BOUND = 1L << 54;

  // ---- adjust

  @Test
  void aWithdrawalMayTakeTheFreeEquityAndNoMore() {
    takes(bid(1, 100, 4));
    refuses(adjust(1, -801), INSUFFICIENT);
    takes(adjust(1, -800));
    assertEquals(CASH - 800, figures(1).cash());
    refuses(adjust(1, -1), INSUFFICIENT);
    takes(adjust(1, -1).bySystem());
    takes(adjust(1, 1));
  }

  @Test
  void aDepositIsTakenWhateverTheFreeEquity() {
    takes(adjust(1, -5_000).bySystem());
    takes(adjust(1, 1));
    takes(adjust(1, 0));
    assertEquals(CASH - 4_999, figures(1).cash());
  }

  @Test
  void cashStaysWithinItsBound() {
    refuses(adjust(9, 1), RejectReason.UNKNOWN_ACCOUNT);
    refuses(adjust(0xFFFF_FFFFL, 1), RejectReason.UNKNOWN_ACCOUNT);
    refuses(adjust(1, CASH_BOUND - CASH), RejectReason.CASH_BOUND);
    refuses(adjust(1, Long.MAX_VALUE), RejectReason.CASH_BOUND);
    refuses(adjust(1, Long.MIN_VALUE).bySystem(), RejectReason.CASH_BOUND);
    refuses(adjust(1, -CASH_BOUND - CASH).bySystem(), RejectReason.CASH_BOUND);
    takes(adjust(1, CASH_BOUND - CASH - 1));
    takes(adjust(1, 2 * (1 - CASH_BOUND)).bySystem());
    assertEquals(1 - CASH_BOUND, figures(1).cash());
  }

  @Test
  void noOtherFlagIsTaken() {
    refuses(adjust(1, 1).dryRun(), RejectReason.UNSUPPORTED_FIELD);
    refuses(adjustAddOn(1, 1).dryRun(), RejectReason.UNSUPPORTED_FIELD);
    refuses(transfer(1, 2, 100, 1).bySystem(), RejectReason.UNSUPPORTED_FIELD);
  }

  // ---- adjust add-on

  @Test
  void anAddOnMayTakeTheFreeEquityAndNoMore() {
    refuses(adjustAddOn(1, 1_001), INSUFFICIENT);
    takes(adjustAddOn(1, 1_000));
    refuses(adjustAddOn(1, 1), INSUFFICIENT);
    takes(adjustAddOn(1, 1).bySystem());
    takes(adjustAddOn(1, 0));
    takes(adjustAddOn(1, -1_001));
    assertMargin(0, 0);
  }

  @Test
  void anAddOnStaysWithinItsBound() {
    refuses(adjustAddOn(1, portfolioOf(2, 0), 1), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(adjustAddOn(1, 0, 1), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(adjustAddOn(1, 0xFFFF_FFFFL, 1), RejectReason.UNKNOWN_PORTFOLIO);
    refuses(adjustAddOn(9, portfolioOf(1, 0), 1), RejectReason.UNKNOWN_PORTFOLIO);
    takes(adjustAddOn(1, 5));
    refuses(adjustAddOn(1, -6), RejectReason.ADD_ON_BOUND);
    refuses(adjustAddOn(1, ADD_ON_BOUND - 5).bySystem(), RejectReason.ADD_ON_BOUND);
    refuses(adjustAddOn(1, Long.MAX_VALUE).bySystem(), RejectReason.ADD_ON_BOUND);
    refuses(adjustAddOn(1, Long.MIN_VALUE), RejectReason.ADD_ON_BOUND);
    takes(adjustAddOn(1, ADD_ON_BOUND - 6).bySystem());
    takes(adjustAddOn(1, 1 - ADD_ON_BOUND));
  }

  // ---- transfer

  @Test
  void aTransferMovesLotsAndTheirPriceAndPassesTheGate() {
    takes(transfer(2, 1, 103, 3));
    assertEquals(CASH - 3_090, figures(1).cash());
    assertEquals(CASH + 3_090, figures(2).cash());
    assertMargin(150, 75);
    takes(transfer(1, 2, -1_000, 1_000));
    assertEquals(CASH - 3_090 - 10_000_000, figures(1).cash());
    assertEquals(997 * 50, initial());
  }

  @Test
  void aTransferMayPassBetweenPositionsOfOneAccount() {
    int other = positionOf(0, 10);
    accepts(
        TestDefinitions.openPosition(other, 1, 0)
            .withInt(OpenPositionEncoder.portfolioEncodingOffset(), portfolioOf(1, 0)));
    takes(transfer(1, 1, 103, 3).withInt(TransferEncoder.buyerPositionEncodingOffset(), other));
    assertEquals(CASH, figures(1).cash());
    assertEquals(0, figures(1).value());
    assertMargin(0, 0);
  }

  @Test
  void refusesATransferOfWhatIsNotKnown() {
    refuses(transfer(9, 1, 2, 100, 1), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(transfer(1, 9, 100, 1), RejectReason.UNKNOWN_ACCOUNT);
    refuses(transfer(9, 1, 100, 1), RejectReason.UNKNOWN_ACCOUNT);
    refuses(transfer(1, 0, 100, 1), RejectReason.UNKNOWN_POSITION);
    refuses(transfer(0, 1, 100, 1), RejectReason.UNKNOWN_POSITION);
    refuses(
        transfer(1, 2, 100, 1)
            .withInt(TransferEncoder.sellerPositionEncodingOffset(), positionOf(1, 1)),
        RejectReason.UNKNOWN_POSITION);
    accepts(instrument(3, 0));
    accepts(openPosition(1, 3, 0));
    accepts(openPosition(2, 3, 0));
    refuses(transfer(3, 1, 2, 100, 1), RejectReason.NOT_VALUED);
  }

  @Test
  void refusesATransferBeyondItsBounds() {
    refuses(transfer(1, 2, 100, 0), RejectReason.QUANTITY_ZERO);
    refuses(transfer(1, 2, 100, 10_001), RejectReason.QUANTITY_TOO_LARGE);
    refuses(transfer(1, 2, 100, 0xFFFF_FFFFL), RejectReason.QUANTITY_TOO_LARGE);
    refuses(transfer(1, 2, 1_001, 1), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(transfer(1, 2, Integer.MIN_VALUE, 1), RejectReason.PRICE_BEYOND_LIMIT);
    takes(bid(1, 100, 4));
    refuses(transfer(2, 1, 100, 9_997), RejectReason.POSITION_BOUND);
    refuses(transfer(1, 2, 100, 9_997), RejectReason.POSITION_BOUND);
    takes(transfer(2, 1, 100, 9_996));
    takes(transfer(1, 2, 100, 10_000));
    refuses(transfer(1, 1, 100, 1), RejectReason.SAME_POSITION);
  }

  @Test
  void aTransferCannotTakeAPositionToTwiceItsLimit() {
    int most = (1 << 28) - 1;
    accepts(changed(3, 0, i -> i.multiplier(1).positionLimit(most)));
    accepts(openPosition(1, 3, 0));
    accepts(openPosition(2, 3, 0));
    stageAll(0, 100, 0);
    stageAll(1, 100, 0);
    stageAll(3, 100, 0);
    commitNext(0);
    takes(transfer(3, 1, 2, 100, most));
    refuses(transfer(3, 1, 2, 100, most), RejectReason.POSITION_BOUND);
    takes(transfer(3, 2, 1, 100, most));
  }

  @Test
  void refusesATransferThatWouldTakeCashToItsBound() {
    takes(adjust(1, CASH_BOUND - CASH - 1_000));
    refuses(transfer(1, 2, 100, 1), RejectReason.CASH_BOUND);
    refuses(transfer(2, 1, -100, 1), RejectReason.CASH_BOUND);
    takes(transfer(1, 2, 99, 1));
    takes(adjust(2, 3_000 - CASH_BOUND).bySystem());
    refuses(transfer(3, 2, 1_000, 1), RejectReason.CASH_BOUND);
  }
}
