package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.ClosePositionEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.Side;

/**
 * Fills the fields of margin in commands that all cards have. Without margin it leaves them, and
 * the dice, alone.
 */
final class MarginFields {
  private static final int FEW_TIERS = 3;
  private static final int DRY_RUN_ONE_IN = 40;
  private static final int SYSTEM_ONE_IN = 40;

  private final Dice dice;
  private final Knowledge knowledge;

  MarginFields(Dice dice, Knowledge knowledge) {
    this.dice = dice;
    this.knowledge = knowledge;
  }

  /** One of a few fee tiers, or any. */
  int anyTier() {
    return dice.below(dice.oneIn(8) ? KnownTerms.TIERS : FEW_TIERS);
  }

  void account(SetAccountEncoder command) {
    if (knowledge.hasMargin()) {
      command.feeTier((short) anyTier());
    }
  }

  void openPosition(OpenPositionEncoder command, int account, int instrument) {
    if (knowledge.hasMargin()) {
      command.portfolio(portfolio(account, instrument));
    }
  }

  void loadPosition(LoadPositionEncoder command, int account, int instrument) {
    if (knowledge.hasMargin()) {
      command.portfolio(portfolio(account, instrument));
    }
  }

  void closePosition(ClosePositionEncoder command, int position) {
    if (knowledge.hasMargin()) {
      command.portfolio(knowledge.positions.portfolio(position));
    }
  }

  /** The account's portfolio, or any where it has none of the instrument's group. */
  private long portfolio(int account, int instrument) {
    int slot = knowledge.margin.portfolioFor(account, instrument);
    return slot >= 0 ? slot : dice.below(knowledge.card.portfolios());
  }

  /** Some orders are the engine's own, and some are only asked about. */
  void order(CommandHeaderEncoder header) {
    if (knowledge.hasMargin()) {
      header.flags().dryRun(dice.oneIn(DRY_RUN_ONE_IN)).system(dice.oneIn(SYSTEM_ONE_IN));
    }
  }

  void replace(ReplaceEncoder command, int orderSlot) {
    if (knowledge.hasMargin()) {
      command
          .side(knowledge.orders.sells(orderSlot) ? Side.SELL : Side.BUY)
          .positionSlot(knowledge.orders.positionSlot(orderSlot));
    }
  }

  /**
   * Whether something may be loaded for an account in an instrument: a host loads nothing into a
   * portfolio of the older epoch that its bank does not value.
   */
  boolean mayHold(int account, int instrument) {
    int slot = knowledge.hasMargin() ? knowledge.margin.portfolioFor(account, instrument) : -1;
    if (slot < 0 || !knowledge.margin.portfolios.isStale(slot)) {
      return true;
    }
    int older = 1 - knowledge.margin.groups.current(knowledge.margin.terms.group(instrument));
    return knowledge.margin.terms.isValuedIn(older, instrument);
  }

  /** A reserve between nothing and the largest, and the tier that the account has or had. */
  void loadOrder(LoadOrderEncoder command, int instrument) {
    if (!knowledge.hasMargin()) {
      return;
    }
    long largest = largestReserve(instrument);
    long reserve =
        switch (dice.below(8)) {
          case 0 -> largest;
          case 1, 2 -> dice.between(0, largest);
          case 3, 4 -> 0;
          default -> Math.min(largest, dice.between(0, 1 << 20));
        };
    command.reserve(reserve).feeTier((short) anyTier());
  }

  /** The most that an order of an instrument may reserve a lot. */
  long largestReserve(int instrument) {
    KnownTerms.Limits limits = knowledge.margin.terms.limits(instrument);
    return limits == null ? 0 : 2 * limits.multiplier() * limits.maxPrice() + limits.worstFee();
  }
}
