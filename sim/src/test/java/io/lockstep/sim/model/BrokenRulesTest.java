package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.lockstep.driver.Card;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checks of margin find what they are for: each rule of the plain card, broken, is found by the
 * check that is named beside it; the rules as they are pass.
 */
class BrokenRulesTest {
  private static final int SEEDS = 400;
  private static final int SEEDS_OF_WHOLE_RULES = 25;

  @ParameterizedTest
  @EnumSource
  void aBrokenRuleIsFound(BrokenRule rule) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try {
        rule.foundBy.on(rule.formulas, seed);
      } catch (AssertionError found) {
        return;
      }
    }
    fail("not found by " + rule.foundBy);
  }

  @ParameterizedTest
  @EnumSource
  void wholeRulesPass(BrokenRule.Check check) {
    for (long seed = 1; seed <= SEEDS_OF_WHOLE_RULES; seed++) {
      check.on(new PlainFormulas(), seed);
    }
  }

  @Test
  void theBidBesideTenAsksWorksWhereTheRequirementAloneDecides() {
    PlainFormulas requirementAlone =
        new PlainFormulas() {
          @Override
          boolean closes(boolean isBid, long lots, long openOfItsSide) {
            return true;
          }

          @Override
          boolean keepsScanLoss(long before, long filled) {
            return true;
          }
        };
    works(requirementAlone, ExploitRules::aBidBesideTenAsksOnABreachedAccountIsRefused);
  }

  @Test
  void theBidThatClosesBesideTenAsksWorksWhereScanLossMayRise() {
    works(
        BrokenRule.A_BREACHED_ACCOUNT_MAY_RAISE_ITS_SCAN_LOSS.formulas,
        ExploitRules::aBidBesideTenAsksOnABreachedAccountIsRefusedEvenIfItCloses);
  }

  @Test
  void theSaleToAFriendWorksWhereAnyPriceWillDo() {
    works(
        BrokenRule.A_BREACHED_ACCOUNT_MAY_TRADE_AT_ANY_PRICE.formulas,
        ExploitRules::aBreachedAccountCannotSellToAFriendFarFromTheMark);
  }

  @Test
  void tradingFromLongToShortAndBackWorksWherePositionsMayTurn() {
    works(
        BrokenRule.A_BREACHED_ACCOUNT_MAY_TURN_ITS_POSITION.formulas,
        ExploitRules::aBreachedAccountCannotTradeFromLongToShortAndBack);
  }

  /** The test of an exploit fails on a card with a broken rule, and passes with whole ones. */
  private static void works(PlainFormulas broken, Consumer<ExploitRules> exploit) {
    exploit.accept(on(new PlainFormulas()));
    assertThrows(AssertionError.class, () -> exploit.accept(on(broken)));
  }

  private static ExploitRules on(PlainFormulas formulas) {
    ExploitRules rules =
        new ExploitRules() {
          @Override
          Card open() {
            return new PlainDevice(TestCapacities.MARGIN_16, formulas);
          }
        };
    rules.openCard();
    return rules;
  }
}
