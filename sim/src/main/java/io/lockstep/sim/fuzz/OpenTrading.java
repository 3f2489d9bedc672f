package io.lockstep.sim.fuzz;

import org.agrona.MutableDirectBuffer;

/** What a card is sent while it takes orders, by the phase's shares. */
final class OpenTrading {
  private static final int NONE = -1;
  private static final int MOST_ACTIVE = 6;
  private static final int FEW_OWNERS = 2;
  private static final int SCRIPT_ONE_IN = 6;
  private static final int MASS_CANCEL_ONE_IN = 80;
  private static final int POSITIONS_ONE_IN = 10;

  private final Dice dice;
  private final Knowledge knowledge;
  private final PhasePlan phases;
  private final OrderCommands orders;
  private final SettingCommands settings;
  private final HostileCommands hostile;
  private final MarginTrading margin;
  private final AuctionScript auction;
  private final WindowScript windowMove;
  private final int[] active = new int[MOST_ACTIVE];
  private int activeCount;
  private int drained;

  OpenTrading(
      Dice dice,
      Knowledge knowledge,
      PhasePlan phases,
      OrderCommands orders,
      SettingCommands settings,
      HostileCommands hostile,
      MarginTrading margin) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.phases = phases;
    this.orders = orders;
    this.settings = settings;
    this.hostile = hostile;
    this.margin = margin;
    this.auction = new AuctionScript(dice, knowledge, orders);
    this.windowMove = new WindowScript(dice, knowledge, orders, settings);
  }

  /**
   * The card takes orders from now on.
   *
   * @param full whether the pool is full and is to stay so.
   */
  void begin(boolean full) {
    if (full) {
      phases.keepFull();
      activeCount = 0;
    } else {
      phases.restart();
    }
  }

  /** All is answered: a script that needs to know what there is may be written now. */
  void onSettled(Script script) {
    drained = 0;
    if (script.isEmpty() && activeCount > 0 && knowledge.hasMargin()) {
      margin.onSettled(script, anyInUse());
    }
    if (!script.isEmpty() || activeCount == 0 || !dice.oneIn(SCRIPT_ONE_IN)) {
      return;
    }
    if (phases.phase() == Phase.AUCTION) {
      auction.write(script, anyInUse());
    } else if (phases.phase() == Phase.WINDOW) {
      windowMove.write(script, anyInUse());
    }
  }

  void next(MutableDirectBuffer command) {
    if (phases.advance()) {
      chooseActive();
    }
    Phase phase = phases.phase();
    int instrument = anyInUse();
    int owners = phase == Phase.SELF_TRADE ? FEW_OWNERS : Integer.MAX_VALUE;
    int position = knowledge.positions.any(dice, instrument, owners);
    if (position != NONE && margin.isNext()) {
      if (dice.oneIn(POSITIONS_ONE_IN)) {
        changePositions(command, instrument);
      } else {
        margin.next(command, position, phase);
      }
      return;
    }
    int choice = dice.below(100) - phase.orders;
    if (position == NONE) {
      openPosition(command, instrument);
    } else if (choice < 0) {
      orders.order(command, position, phase);
    } else if ((choice -= phase.cancels) < 0) {
      cancel(command, position);
    } else if ((choice -= phase.replaces) < 0) {
      replace(command, position);
    } else if ((choice -= phase.parks) < 0) {
      park(command, position);
    } else if (choice - phase.settings < 0) {
      setting(command, instrument);
    } else {
      hostile.any(command, position, phase);
    }
  }

  private void chooseActive() {
    activeCount = (int) dice.between(1, MOST_ACTIVE);
    long reach = phases.phase().widthTicks;
    for (int i = 0; i < activeCount; i++) {
      int instrument = anyTraded();
      active[i] = instrument;
      knowledge.instruments.moveMiddle(
          instrument, knowledge.instruments.middle(instrument) + dice.between(-reach, reach));
    }
  }

  private int anyInUse() {
    return activeCount == 0 ? anyTraded() : active[dice.below(activeCount)];
  }

  /** An instrument in which someone has a position; any known one where nobody has. */
  private int anyTraded() {
    int position = knowledge.positions.any(dice);
    return position == NONE
        ? Math.max(0, knowledge.instruments.anyKnown(dice))
        : knowledge.positions.instrument(position);
  }

  // ---- orders that are live

  private void cancel(MutableDirectBuffer command, int position) {
    int slot = phases.phase() == Phase.DRAIN ? nextToDrain() : knowledge.orders.anyLive(dice);
    if (slot == NONE) {
      orders.order(command, position, phases.phase());
    } else {
      orders.cancel(command, slot);
    }
  }

  /** One order after the other, none twice before the answers are there. */
  private int nextToDrain() {
    int live = knowledge.orders.liveCount();
    return drained < live ? knowledge.orders.liveAt(live - ++drained) : NONE;
  }

  private void replace(MutableDirectBuffer command, int position) {
    int instrument = knowledge.positions.instrument(position);
    int slot = dice.oneIn(4) ? anyParked(instrument) : anyResting(instrument);
    if (slot == NONE) {
      orders.order(command, position, phases.phase());
    } else {
      orders.replace(command, slot, phases.phase());
    }
  }

  private void park(MutableDirectBuffer command, int position) {
    int instrument = knowledge.positions.instrument(position);
    int resting = anyResting(instrument);
    int bid = knowledge.orders.any(dice, instrument, false, true);
    int ask = knowledge.orders.any(dice, instrument, true, true);
    int parked = anyParked(instrument);
    switch (dice.below(4)) {
      case 0 -> parkOrOrder(command, resting, position);
      case 1, 2 -> {
        if (parked == NONE) {
          parkOrOrder(command, resting, position);
        } else {
          orders.unpark(command, parked);
        }
      }
      default -> {
        if (bid == NONE || ask == NONE) {
          parkOrOrder(command, resting, position);
        } else {
          orders.cross(command, bid, ask);
        }
      }
    }
  }

  private void parkOrOrder(MutableDirectBuffer command, int resting, int position) {
    if (resting == NONE) {
      orders.order(command, position, phases.phase());
    } else {
      orders.park(command, resting);
    }
  }

  private int anyResting(int instrument) {
    return knowledge.orders.any(dice, instrument, dice.oneIn(2), false);
  }

  private int anyParked(int instrument) {
    return knowledge.orders.any(dice, instrument, dice.oneIn(2), true);
  }

  // ---- settings

  private void setting(MutableDirectBuffer command, int instrument) {
    if (dice.oneIn(knowledge.hasMargin() ? MASS_CANCEL_ONE_IN / 2 : MASS_CANCEL_ONE_IN)) {
      orders.massCancel(command);
      return;
    }
    switch (dice.below(20)) {
      case 0 -> settings.anyAudit(command);
      case 1 -> settings.barrier(command);
      case 2, 3 -> settings.account(command, anyAccount());
      case 4, 5, 6 -> openPosition(command, instrument);
      case 7, 8, 9 -> closePosition(command);
      case 10, 11 -> setInstrument(command);
      case 12, 13, 14 -> settings.window(command, instrument);
      default -> settings.band(command, instrument);
    }
  }

  private int anyAccount() {
    int known = knowledge.accounts.any(dice);
    return known == NONE || dice.oneIn(4) ? knowledge.ranges.anyAccount(dice) : known;
  }

  private void openPosition(MutableDirectBuffer command, int instrument) {
    int account = knowledge.accounts.any(dice);
    if (account == NONE || knowledge.positions.slotOf(account, instrument) != NONE) {
      settings.account(command, anyAccount());
    } else if (margin.lacksPortfolio(account, instrument)) {
      margin.openPortfolio(command, account, instrument);
    } else {
      settings.openPosition(
          command,
          knowledge.ranges.anyFreePosition(dice, knowledge.positions),
          account,
          instrument);
    }
  }

  /** With margin positions stand in lists, of which any may leave. */
  private void changePositions(MutableDirectBuffer command, int instrument) {
    if (dice.oneIn(2)) {
      openPosition(command, dice.oneIn(2) ? instrument : anyTraded());
    } else {
      closePosition(command);
    }
  }

  /** Closes a position that is empty, where a few throws find one. */
  private void closePosition(MutableDirectBuffer command) {
    int slot = knowledge.positions.any(dice);
    for (int tries = 0; slot != NONE && !knowledge.positions.isEmpty(slot) && tries < 8; tries++) {
      slot = knowledge.positions.any(dice);
    }
    if (slot == NONE) {
      settings.barrier(command);
    } else {
      settings.closePosition(command, slot);
    }
  }

  /** Sets an instrument anew that has no orders, where a few throws find one. */
  private void setInstrument(MutableDirectBuffer command) {
    int instrument = anyTraded();
    for (int tries = 0; knowledge.orders.liveCount(instrument) > 0 && tries < 8; tries++) {
      instrument = dice.below(knowledge.instruments.count);
    }
    if (knowledge.orders.liveCount(instrument) == 0) {
      settings.instrument(command, instrument);
    } else {
      settings.barrier(command);
    }
  }
}
