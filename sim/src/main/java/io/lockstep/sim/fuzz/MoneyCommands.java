package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.AdjustAddOnEncoder;
import io.lockstep.schema.card.AdjustEncoder;
import io.lockstep.schema.card.ClosePortfolioEncoder;
import io.lockstep.schema.card.LoadAccountEncoder;
import io.lockstep.schema.card.LoadPortfolioEncoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.OpenPortfolioEncoder;
import io.lockstep.schema.card.ReserveEncoder;
import io.lockstep.schema.card.TransferEncoder;
import org.agrona.MutableDirectBuffer;

/** Commands about accounts, portfolios and reserves that the card should carry out. */
final class MoneyCommands {
  private static final int GROUPS = 3;
  private static final int LARGEST_SHIFT = 58;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final MarginFields fields;
  private final AdjustEncoder adjust = new AdjustEncoder();
  private final AdjustAddOnEncoder adjustAddOn = new AdjustAddOnEncoder();
  private final TransferEncoder transfer = new TransferEncoder();
  private final ReserveEncoder reserve = new ReserveEncoder();
  private final OpenPortfolioEncoder openPortfolio = new OpenPortfolioEncoder();
  private final ClosePortfolioEncoder closePortfolio = new ClosePortfolioEncoder();
  private final LoadAccountEncoder loadAccount = new LoadAccountEncoder();
  private final LoadPortfolioEncoder loadPortfolio = new LoadPortfolioEncoder();

  MoneyCommands(Dice dice, Knowledge knowledge, CommandWriter writer) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    fields = new MarginFields(dice, knowledge);
  }

  /** Whether an account stays rich: nobody drives it to an edge. */
  static boolean isRich(int account) {
    return account % 2 == 0;
  }

  /** Of any magnitude. */
  long anyAmount() {
    return dice.between(0, 1L << dice.below(LARGEST_SHIFT));
  }

  /** A deposit, a withdrawal, or what the engine itself books. */
  void adjust(MutableDirectBuffer command, int account) {
    boolean deposits = isRich(account) ? !dice.oneIn(8) : dice.oneIn(2);
    long amount = isRich(account) && !deposits ? dice.below(1_000_000) : anyAmount();
    boolean system = isRich(account) ? dice.oneIn(8) : dice.oneIn(3);
    adjust(command, account, deposits ? amount : -amount, system);
  }

  void adjust(MutableDirectBuffer command, int account, long amount, boolean system) {
    writer.begin(command, AdjustEncoder.TEMPLATE_ID).flags().system(system);
    adjust.wrap(command, 0).account(account).amount(amount);
  }

  /** More or less of an add-on, down to nothing. */
  void addOn(MutableDirectBuffer command, int portfolio) {
    long there = knowledge.margin.portfolios.addOn(portfolio);
    long amount =
        switch (dice.below(4)) {
          case 0 -> -there;
          case 1 -> -dice.between(0, Math.max(0, there));
          default -> dice.between(0, 1L << dice.below(50));
        };
    addOn(command, portfolio, amount, dice.oneIn(3));
  }

  void addOn(MutableDirectBuffer command, int portfolio, long amount, boolean system) {
    writer.begin(command, AdjustAddOnEncoder.TEMPLATE_ID).flags().system(system);
    adjustAddOn
        .wrap(command, 0)
        .account(knowledge.margin.portfolios.account(portfolio))
        .portfolio(portfolio)
        .amount(amount);
  }

  /** Some lots of one position of an instrument to another, at a price near the mark. */
  void transfer(MutableDirectBuffer command, int instrument) {
    int seller = Math.max(0, knowledge.positions.any(dice, instrument, Integer.MAX_VALUE));
    int buyer = Math.max(0, knowledge.positions.any(dice, instrument, Integer.MAX_VALUE));
    for (int tries = 0; seller == buyer && tries < 4; tries++) {
      buyer = Math.max(0, knowledge.positions.any(dice, instrument, Integer.MAX_VALUE));
    }
    KnownTerms.Limits limits = knowledge.margin.terms.limits(instrument);
    long most = limits == null ? 1 : limits.maxPrice();
    long near = (long) knowledge.margin.mark(instrument) + dice.between(-20, 20);
    long price = dice.oneIn(16) ? dice.between(-most, most) : near;
    long room = Math.min(knowledge.positions.room(seller), knowledge.positions.room(buyer));
    long lots =
        switch (dice.below(8)) {
          case 0 -> room + dice.between(0, 1);
          case 1 -> Math.abs(knowledge.positions.lots(seller));
          default -> dice.between(1, Math.max(1, Math.min(room / 4, 500)));
        };
    writer.begin(command, TransferEncoder.TEMPLATE_ID);
    transfer
        .wrap(command, 0)
        .buyer(knowledge.positions.account(buyer))
        .seller(knowledge.positions.account(seller))
        .buyerPosition(buyer)
        .sellerPosition(seller)
        .price((int) Math.max(-most, Math.min(most, price)))
        .quantity(Math.max(1, Math.min(lots, knowledge.positions.bound(instrument))))
        .instrument(instrument);
  }

  /** A new reserve for the live order in a slot. */
  void reserve(MutableDirectBuffer command, int slot) {
    writer.begin(command, ReserveEncoder.TEMPLATE_ID);
    reserve
        .wrap(command, 0)
        .orderId(knowledge.orders.id(slot))
        .slot(slot)
        .account(Integer.toUnsignedLong(knowledge.orders.account(slot)));
  }

  // ---- portfolios

  void openPortfolio(MutableDirectBuffer command, int slot, int account, int group) {
    writer.begin(command, OpenPortfolioEncoder.TEMPLATE_ID);
    openPortfolio.wrap(command, 0).portfolio(slot).account(account).group(group);
  }

  void closePortfolio(MutableDirectBuffer command, int slot) {
    writer.begin(command, ClosePortfolioEncoder.TEMPLATE_ID);
    closePortfolio
        .wrap(command, 0)
        .portfolio(slot)
        .account(knowledge.margin.portfolios.account(slot))
        .group(knowledge.margin.portfolios.group(slot));
  }

  /** A slot in which no portfolio is open; perhaps an open one where most are. */
  int anyFreePortfolio() {
    int slot = dice.below(knowledge.card.portfolios());
    for (int tries = 0; knowledge.margin.portfolios.isOpen(slot) && tries < 8; tries++) {
      slot = dice.below(knowledge.card.portfolios());
    }
    return slot;
  }

  // ---- loads

  /** An account with money or without, that was last reported to stand in any way. */
  void loadAccount(MutableDirectBuffer command, int account) {
    long cash =
        isRich(account)
            ? dice.between(1L << 57, (1L << 59) + (1L << 58))
            : switch (dice.below(24)) {
              case 0 -> beyondTrading();
              case 1 -> -beyondTrading();
              case 2, 3, 4 -> -anyAmount();
              case 5, 6 -> 0;
              default -> anyAmount();
            };
    MarginStatus status =
        dice.oneIn(2) ? MarginStatus.HEALTHY : MarginStatus.get((short) dice.below(4));
    long group = dice.oneIn(2) ? 0 : dice.between(1, GROUPS);
    loadAccount(command, account, cash, group, fields.anyTier(), status);
  }

  /** Just so much that the account may not trade, or more: as fills of its orders could make it. */
  private long beyondTrading() {
    return KnownMoney.CASH_BOUND - 1 + (dice.oneIn(2) ? dice.below(2) : dice.between(0, 1L << 58));
  }

  /** An account with as much as can be loaded, to be loaded anew before anything follows. */
  void loadAccountAtBound(MutableDirectBuffer command, int account) {
    long most = KnownMoney.LOAD_BOUND - 1;
    loadAccount(command, account, dice.oneIn(2) ? most : -most, 0, 0, MarginStatus.HEALTHY);
  }

  private void loadAccount(
      MutableDirectBuffer command,
      int account,
      long cash,
      long group,
      int feeTier,
      MarginStatus status) {
    writer.begin(command, LoadAccountEncoder.TEMPLATE_ID);
    loadAccount
        .wrap(command, 0)
        .cash(cash)
        .account(account)
        .selfTradeGroup(group)
        .feeTier((short) feeTier)
        .status(status);
  }

  /** A portfolio of the current epoch, or of the one before where a host could have one. */
  void loadPortfolio(MutableDirectBuffer command, int slot, int account, int group) {
    boolean older = knowledge.margin.groups.isCommitted(group) && dice.oneIn(3);
    long addOn =
        switch (dice.below(6)) {
          case 0 -> KnownMoney.ADD_ON_BOUND - 1;
          case 1 -> anyAmount() >> 5;
          default -> 0;
        };
    loadPortfolio(command, slot, account, group, isRich(account) ? addOn >> 8 : addOn, older);
  }

  void loadPortfolio(
      MutableDirectBuffer command, int slot, int account, int group, long addOn, boolean older) {
    long epoch = knowledge.margin.groups.epoch(group) - (older ? 1 : 0) & 0xFFFF_FFFFL;
    writer.begin(command, LoadPortfolioEncoder.TEMPLATE_ID);
    loadPortfolio
        .wrap(command, 0)
        .addOn(addOn)
        .portfolio(slot)
        .account(account)
        .epoch(epoch)
        .group(group);
  }
}
