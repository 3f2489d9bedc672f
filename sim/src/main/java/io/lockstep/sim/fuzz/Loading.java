package io.lockstep.sim.fuzz;

import org.agrona.MutableDirectBuffer;

/**
 * What a card is sent while it is loading, beyond a script: orders, positions and definitions by
 * chance, and what it must refuse. Ends after some commands, or when the pool is full and it
 * refused some orders for it.
 */
final class Loading {
  private static final int SHORTEST = 40;
  private static final int LONGEST = 260;
  private static final int LONGEST_WITH_MARGIN = 900;
  private static final int REFUSED_WHEN_FULL = 400;

  private final Dice dice;
  private final Knowledge knowledge;
  private final SettingCommands settings;
  private final LoadCommands loads;
  private final MoneyCommands money;
  private final HostileCommands hostile;
  private boolean fills;
  private long endsAt;

  Loading(
      Dice dice,
      Knowledge knowledge,
      SettingCommands settings,
      LoadCommands loads,
      MoneyCommands money,
      HostileCommands hostile) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.settings = settings;
    this.loads = loads;
    this.money = money;
    this.hostile = hostile;
  }

  /**
   * @param untilFull whether to load as many orders as the card holds.
   */
  void begin(boolean untilFull) {
    fills = untilFull;
    int usual = knowledge.hasMargin() ? LONGEST_WITH_MARGIN : LONGEST;
    long longest = untilFull ? 2L * knowledge.card.liveOrders() : usual;
    endsAt = knowledge.sent() + (untilFull ? longest : dice.between(SHORTEST, longest));
  }

  boolean isOver() {
    if (fills && knowledge.orders.liveCount() >= knowledge.card.liveOrders()) {
      fills = false;
      endsAt = knowledge.sent() + Math.min(REFUSED_WHEN_FULL, knowledge.card.liveOrders());
    }
    return knowledge.sent() >= endsAt;
  }

  void next(MutableDirectBuffer command) {
    int position = knowledge.positions.any(dice);
    int account = knowledge.accounts.any(dice);
    int instrument = knowledge.instruments.anyKnown(dice);
    boolean full = knowledge.orders.liveCount() >= knowledge.card.liveOrders() / 2;
    int choice = dice.below(fills || full ? 1_000 : 20);
    if (instrument < 0 || choice == 0) {
      settings.instrument(command, freeInstrument());
    } else if (account < 0 || choice == 1) {
      settings.account(command, knowledge.ranges.anyAccount(dice));
    } else if (position < 0 || choice == 2) {
      openPosition(command, account, instrument);
    } else if (choice <= 9 && dice.oneIn(20)) {
      setting(command, instrument);
    } else if (choice <= 9) {
      hostile.whileLoading(command, position);
    } else if (loads.mayHold(position)) {
      loads.order(command, position, true);
    } else {
      settings.barrier(command);
    }
  }

  private void openPosition(MutableDirectBuffer command, int account, int instrument) {
    if (knowledge.positions.slotOf(account, instrument) < 0) {
      loads.position(
          command,
          knowledge.ranges.anyFreePosition(dice, knowledge.positions),
          account,
          instrument);
    } else if (knowledge.hasMargin() && dice.oneIn(2)) {
      openPortfolio(command, account);
    } else {
      settings.barrier(command);
    }
  }

  private void openPortfolio(MutableDirectBuffer command, int account) {
    int group = dice.below(knowledge.card.groups());
    if (knowledge.margin.portfolios.slotOf(account, group) < 0) {
      money.loadPortfolio(command, money.anyFreePortfolio(), account, group);
    } else {
      money.loadAccount(command, knowledge.ranges.anyAccount(dice));
    }
  }

  private int freeInstrument() {
    int instrument = dice.below(knowledge.instruments.count);
    for (int tries = 0; knowledge.orders.liveCount(instrument) > 0 && tries < 8; tries++) {
      instrument = dice.below(knowledge.instruments.count);
    }
    return instrument;
  }

  private void setting(MutableDirectBuffer command, int instrument) {
    switch (dice.below(4)) {
      case 0 -> settings.band(command, instrument);
      case 1 -> settings.window(command, instrument);
      case 2 -> settings.barrier(command);
      default -> settings.audit(command, dice.below(8));
    }
  }
}
