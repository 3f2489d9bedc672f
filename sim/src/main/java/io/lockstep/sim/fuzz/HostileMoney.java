package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.AdjustAddOnEncoder;
import io.lockstep.schema.card.AdjustEncoder;
import io.lockstep.schema.card.ClosePortfolioEncoder;
import io.lockstep.schema.card.LoadAccountEncoder;
import io.lockstep.schema.card.LoadPortfolioEncoder;
import io.lockstep.schema.card.OpenPortfolioEncoder;
import io.lockstep.schema.card.ReserveEncoder;
import io.lockstep.schema.card.TransferEncoder;
import org.agrona.MutableDirectBuffer;

/** Commands about accounts and portfolios that the card should refuse, broken in one place. */
final class HostileMoney {
  private static final int SYSTEM = 1;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final MoneyCommands valid;
  private final AdjustEncoder adjust = new AdjustEncoder();
  private final AdjustAddOnEncoder adjustAddOn = new AdjustAddOnEncoder();
  private final TransferEncoder transfer = new TransferEncoder();
  private final ReserveEncoder reserve = new ReserveEncoder();
  private final OpenPortfolioEncoder openPortfolio = new OpenPortfolioEncoder();
  private final ClosePortfolioEncoder closePortfolio = new ClosePortfolioEncoder();
  private final LoadAccountEncoder loadAccount = new LoadAccountEncoder();
  private final LoadPortfolioEncoder loadPortfolio = new LoadPortfolioEncoder();

  HostileMoney(Dice dice, Knowledge knowledge, CommandWriter writer, MoneyCommands valid) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    this.valid = valid;
  }

  // ---- money

  void adjust(MutableDirectBuffer command, int account) {
    valid.adjust(command, account);
    adjust.wrap(command, 0);
    switch (dice.below(7)) {
      case 0 -> writer.breakFlagsBeside(command, SYSTEM);
      case 1 -> adjust.account(writer.unknownAccount());
      case 2 -> adjust.amount(dice.oneIn(2) ? Long.MAX_VALUE : Long.MIN_VALUE);
      case 3 -> adjust.amount(dice.anyLong());
      case 4 -> adjust.amount(2 * KnownMoney.CASH_BOUND - 1);
      // More than there can be.
      default -> valid.adjust(command, account, -dice.between(1L << 59, (1L << 60) - 1), false);
    }
  }

  void addOn(MutableDirectBuffer command, int portfolio) {
    long there = knowledge.margin.portfolios.addOn(portfolio);
    valid.addOn(command, portfolio);
    adjustAddOn.wrap(command, 0);
    switch (dice.below(8)) {
      case 0 -> writer.breakFlagsBeside(command, SYSTEM);
      case 1 -> adjustAddOn.account(writer.unknownAccount());
      case 2 -> adjustAddOn.portfolio(unknownPortfolio());
      case 3 -> adjustAddOn.amount(-there - 1);
      case 4 -> adjustAddOn.amount(KnownMoney.ADD_ON_BOUND - there - dice.below(2));
      case 5 -> adjustAddOn.amount(dice.oneIn(2) ? Long.MAX_VALUE : Long.MIN_VALUE);
      default ->
          valid.addOn(command, portfolio, KnownMoney.ADD_ON_BOUND - 1 - there, dice.oneIn(4));
    }
  }

  void transfer(MutableDirectBuffer command, int instrument) {
    valid.transfer(command, instrument);
    transfer.wrap(command, 0);
    KnownTerms.Limits limits = knowledge.margin.terms.limits(instrument);
    long bound = knowledge.positions.bound(instrument);
    int position = Math.max(0, knowledge.positions.any(dice, instrument, Integer.MAX_VALUE));
    switch (dice.below(12)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> transfer.instrument(writer.unknownInstrument());
      case 2 -> transfer.buyer(writer.unknownAccount());
      case 3 -> transfer.seller(writer.unknownAccount());
      case 4 -> transfer.buyerPosition(unknownPosition());
      case 5 -> transfer.sellerPosition(unknownPosition());
      case 6 -> transfer.quantity(0);
      case 7 -> transfer.quantity(writer.atOrBeyond(bound + 1));
      case 8 ->
          transfer.price(
              limits == null || limits.maxPrice() == Integer.MAX_VALUE || dice.oneIn(3)
                  ? Integer.MIN_VALUE
                  : (int) (dice.oneIn(2) ? limits.maxPrice() + 1 : -limits.maxPrice() - 1));
      case 9 -> transfer.quantity(bound);
      default ->
          transfer
              .buyer(knowledge.positions.account(position))
              .seller(knowledge.positions.account(position))
              .buyerPosition(position)
              .sellerPosition(position)
              .quantity(1);
    }
  }

  private long unknownPosition() {
    return switch (dice.below(3)) {
      case 0 -> writer.atOrBeyond(knowledge.card.positions());
      case 1 -> knowledge.ranges.anyFreePosition(dice, knowledge.positions);
      default -> Math.max(0, knowledge.positions.any(dice));
    };
  }

  void reserve(MutableDirectBuffer command) {
    KnownOrders orders = knowledge.orders;
    int live = orders.anyLive(dice);
    if (live < 0) {
      writer.begin(command, ReserveEncoder.TEMPLATE_ID);
      reserve
          .wrap(command, 0)
          .orderId(orders.finishedId())
          .slot(orders.finishedSlot())
          .account(Integer.toUnsignedLong(orders.finishedAccount()));
      return;
    }
    valid.reserve(command, live);
    reserve.wrap(command, 0);
    switch (dice.below(5)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> reserve.account(orders.account(live) ^ 1L << dice.below(Integer.SIZE));
      case 2 -> reserve.orderId(orders.id(live) ^ 1L << dice.below(Long.SIZE));
      case 3 -> reserve.slot(writer.atOrBeyond(knowledge.card.orderSlots()));
      default -> reserve.slot(orders.anyFreeSlot(dice));
    }
  }

  // ---- portfolios

  void openPortfolio(MutableDirectBuffer command, int account) {
    int open = Math.max(0, knowledge.margin.portfolios.any(dice));
    int groups = knowledge.margin.groups.count;
    valid.openPortfolio(command, valid.anyFreePortfolio(), account, dice.below(groups));
    openPortfolio.wrap(command, 0);
    switch (dice.below(6)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> openPortfolio.account(writer.unknownAccount());
      case 2 -> openPortfolio.group(writer.atOrBeyondShort(groups));
      case 3 -> openPortfolio.portfolio(writer.atOrBeyond(knowledge.card.portfolios()));
      case 4 -> openPortfolio.portfolio(open);
      default ->
          openPortfolio
              .account(knowledge.margin.portfolios.account(open))
              .group(knowledge.margin.portfolios.group(open));
    }
  }

  /** One that is not there, or one that is not empty. */
  void closePortfolio(MutableDirectBuffer command) {
    int open = Math.max(0, knowledge.margin.portfolios.any(dice));
    valid.closePortfolio(command, open);
    closePortfolio.wrap(command, 0);
    switch (dice.below(6)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> closePortfolio.portfolio(unknownPortfolio());
      case 2 -> closePortfolio.account(writer.unknownAccount());
      case 3 -> closePortfolio.group(dice.below(knowledge.margin.groups.count));
      default -> {} // It has positions, most often.
    }
  }

  /** A slot that is not open, is another's, or is none. */
  long unknownPortfolio() {
    return switch (dice.below(3)) {
      case 0 -> writer.atOrBeyond(knowledge.card.portfolios());
      case 1 -> valid.anyFreePortfolio();
      default -> Math.max(0, knowledge.margin.portfolios.any(dice));
    };
  }

  // ---- loads, which a loading card refuses for sure

  void loadAccount(MutableDirectBuffer command) {
    valid.loadAccount(command, dice.below(knowledge.accounts.capacity()));
    loadAccount.wrap(command, 0);
    switch (dice.below(6)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> loadAccount.feeTier((short) dice.between(KnownTerms.TIERS, 255));
      case 2 ->
          command.putByte(LoadAccountEncoder.statusEncodingOffset(), (byte) dice.between(4, 255));
      case 3 -> loadAccount.account(writer.atOrBeyond(knowledge.accounts.capacity()));
      case 4 -> {
        long bound = KnownMoney.LOAD_BOUND;
        loadAccount.cash(dice.oneIn(2) ? bound : -bound);
      }
      default -> loadAccount.cash(dice.oneIn(2) ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
  }

  void loadPortfolio(MutableDirectBuffer command, int account) {
    int open = knowledge.margin.portfolios.any(dice);
    int group = dice.below(knowledge.margin.groups.count);
    long epoch = knowledge.margin.groups.epoch(group);
    valid.loadPortfolio(command, valid.anyFreePortfolio(), account, group);
    loadPortfolio.wrap(command, 0);
    switch (dice.below(open < 0 ? 7 : 9)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> loadPortfolio.account(writer.unknownAccount());
      case 2 -> loadPortfolio.group(writer.atOrBeyondShort(knowledge.margin.groups.count));
      case 3 -> loadPortfolio.portfolio(writer.atOrBeyond(knowledge.card.portfolios()));
      case 4 -> loadPortfolio.epoch(epoch + (dice.oneIn(2) ? 1 : -2) & 0xFFFF_FFFFL);
      case 5 -> loadPortfolio.addOn(dice.oneIn(2) ? -1 : KnownMoney.ADD_ON_BOUND);
      case 6 -> loadPortfolio.addOn(dice.anyLong() | 1L << 63);
      case 7 -> loadPortfolio.portfolio(open);
      default -> breakExists(open);
    }
  }

  private void breakExists(int open) {
    int group = knowledge.margin.portfolios.group(open);
    loadPortfolio
        .account(knowledge.margin.portfolios.account(open))
        .group(group)
        .epoch(knowledge.margin.groups.epoch(group));
  }
}
