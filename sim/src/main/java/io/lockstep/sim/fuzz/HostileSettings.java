package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.ClosePositionEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetWindowEncoder;
import org.agrona.MutableDirectBuffer;

/** Definitions, audits and barriers that the card should refuse. */
final class HostileSettings {
  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final SettingCommands valid;
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetAccountEncoder setAccount = new SetAccountEncoder();
  private final SetBandEncoder setBand = new SetBandEncoder();
  private final SetWindowEncoder setWindow = new SetWindowEncoder();
  private final OpenPositionEncoder openPosition = new OpenPositionEncoder();
  private final ClosePositionEncoder closePosition = new ClosePositionEncoder();

  HostileSettings(Dice dice, Knowledge knowledge, CommandWriter writer, SettingCommands valid) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    this.valid = valid;
  }

  // ---- instruments

  /** One that is wrong, or would be right if no orders of the instrument were live. */
  void instrument(MutableDirectBuffer command, int instrument) {
    valid.instrument(command, instrument);
    setInstrument.wrap(command, 0);
    switch (dice.below(7)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> setInstrument.instrument(writer.atOrBeyondShort(knowledge.instruments.count));
      case 2 -> setInstrument.maxPrice(dice.oneIn(2) ? 0 : writer.atOrBeyond(1L << 31));
      case 3 -> setInstrument.maxQuantity(dice.oneIn(2) ? 0 : writer.atOrBeyond(1L << 28));
      case 4 -> setInstrument.windowBase(windowBeyondPrices());
      case 5 -> breakBand(instrument);
      default -> {}
    }
  }

  private int windowBeyondPrices() {
    int highest = Integer.MAX_VALUE - knowledge.instruments.levels + 1;
    return switch (dice.below(3)) {
      case 0 -> Integer.MIN_VALUE;
      case 1 -> highest + 1;
      default -> (int) dice.between(highest + 1L, Integer.MAX_VALUE);
    };
  }

  private void breakBand(int instrument) {
    int base = knowledge.instruments.base(instrument);
    setInstrument.windowBase(base);
    switch (dice.below(4)) {
      case 0 -> setInstrument.bandLow(base + 1).bandHigh(base);
      case 1 -> setInstrument.bandLow(base - 1).bandHigh(base);
      case 2 -> setInstrument.bandLow(base).bandHigh(base + knowledge.instruments.levels);
      default -> setInstrument.bandLow(dice.anyInt()).bandHigh(dice.anyInt());
    }
  }

  void band(MutableDirectBuffer command, int instrument) {
    KnownInstruments instruments = knowledge.instruments;
    valid.band(command, instrument);
    setBand.wrap(command, 0);
    int base = instruments.base(instrument);
    int top = instruments.top(instrument);
    int middle = instruments.middle(instrument);
    switch (dice.below(8)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> setBand.instrument(writer.unknownInstrument());
      case 2 -> setBand.low(middle + 1).high(middle);
      case 3 -> setBand.low(base - 1);
      case 4 -> setBand.high(top + 1);
      case 5 -> setBand.low(dice.anyInt()).high(dice.anyInt());
      // On the wrong side of the orders that rest, by a tick or by more.
      case 6 -> setBand.low(base).high(below(instrument, instruments.best(instrument, false)));
      default -> setBand.low(above(instrument, instruments.best(instrument, true))).high(top);
    }
  }

  private int below(int instrument, int bid) {
    long from = bid == KnownInstruments.NO_PRICE ? knowledge.instruments.middle(instrument) : bid;
    return knowledge.instruments.inWindow(instrument, from - (dice.oneIn(2) ? 1 : reach()));
  }

  private int above(int instrument, int ask) {
    long from = ask == KnownInstruments.NO_PRICE ? knowledge.instruments.middle(instrument) : ask;
    return knowledge.instruments.inWindow(instrument, from + (dice.oneIn(2) ? 1 : reach()));
  }

  private long reach() {
    return dice.between(1, knowledge.instruments.levels / 4);
  }

  /** A window of no prices, without the band, or without some order that rests. */
  void window(MutableDirectBuffer command, int instrument) {
    valid.window(command, instrument);
    setWindow.wrap(command, 0);
    switch (dice.below(6)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> setWindow.instrument(writer.unknownInstrument());
      case 2 -> setWindow.windowBase(windowBeyondPrices());
      case 3 -> setWindow.windowBase((int) (valid.highestBase(instrument) + dice.between(1, 9)));
      case 4 -> setWindow.windowBase((int) (valid.lowestBase(instrument) - dice.between(1, 9)));
      default -> setWindow.windowBase(withoutAnOrder(instrument));
    }
  }

  /** The nearest base that leaves an order outside, or with luck the last that does not. */
  private int withoutAnOrder(int instrument) {
    boolean asks = dice.oneIn(2);
    int slot = knowledge.orders.any(dice, instrument, asks, false);
    if (slot < 0) {
      return dice.anyInt();
    }
    int price = knowledge.orders.price(slot);
    int inside = asks ? price - knowledge.instruments.levels + 1 : price;
    int outside = asks ? inside - 1 : inside + 1;
    return dice.oneIn(4) ? inside : outside;
  }

  // ---- accounts and positions

  void account(MutableDirectBuffer command) {
    valid.account(command, dice.below(knowledge.accounts.capacity()));
    if (dice.oneIn(2)) {
      writer.breakFlagsForSure(command);
    } else {
      setAccount.wrap(command, 0).account(writer.atOrBeyond(knowledge.accounts.capacity()));
    }
  }

  void openPosition(MutableDirectBuffer command, int instrument) {
    int account = Math.max(0, knowledge.accounts.any(dice));
    valid.openPosition(
        command, knowledge.ranges.anyFreePosition(dice, knowledge.positions), account, instrument);
    openPosition.wrap(command, 0);
    if (knowledge.hasMargin() && dice.oneIn(3)) {
      breakPortfolio();
      return;
    }
    switch (dice.below(5)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> openPosition.instrument(writer.unknownInstrument());
      case 2 -> openPosition.account(writer.unknownAccount());
      case 3 -> openPosition.positionSlot(writer.atOrBeyond(knowledge.card.positions()));
      default -> openPosition.positionSlot(Math.max(0, knowledge.positions.any(dice)));
    }
  }

  /** A further position of a full portfolio, where there is one; else another's portfolio. */
  private void breakPortfolio() {
    int position = knowledge.positions.any(dice);
    for (int tries = 0; position >= 0 && !isInFull(position) && tries < 4; tries++) {
      position = knowledge.positions.any(dice);
    }
    if (position >= 0 && isInFull(position)) {
      openPosition
          .account(knowledge.positions.account(position))
          .instrument(knowledge.positions.instrument(position))
          .portfolio(knowledge.positions.portfolio(position));
    } else {
      int portfolio = knowledge.margin.portfolios.any(dice);
      openPosition.portfolio(
          portfolio < 0 ? writer.atOrBeyond(knowledge.card.portfolios()) : portfolio);
    }
  }

  private boolean isInFull(int position) {
    int portfolio = knowledge.positions.portfolio(position);
    return knowledge.margin.portfolios.positions(portfolio) >= KnownPortfolios.MOST_POSITIONS;
  }

  /** One that is not open, another one's, or one that holds something. */
  void closePosition(MutableDirectBuffer command) {
    if (knowledge.hasMargin() && dice.oneIn(2)) {
      closeOfAnotherPortfolio(command);
      return;
    }
    int slot = Math.max(0, knowledge.positions.any(dice));
    valid.closePosition(command, slot);
    closePosition.wrap(command, 0);
    switch (dice.below(6)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> closePosition.positionSlot(writer.atOrBeyond(knowledge.card.positions()));
      case 2 ->
          closePosition.positionSlot(knowledge.ranges.anyFreePosition(dice, knowledge.positions));
      case 3 -> closePosition.account(writer.unknownAccount());
      case 4 -> closePosition.instrument(writer.unknownInstrument());
      default -> {}
    }
  }

  /** An empty position, where a few throws find one, said to be of another portfolio. */
  private void closeOfAnotherPortfolio(MutableDirectBuffer command) {
    int slot = knowledge.positions.any(dice);
    for (int tries = 0; slot >= 0 && !knowledge.positions.isEmpty(slot) && tries < 20; tries++) {
      slot = knowledge.positions.any(dice);
    }
    valid.closePosition(command, Math.max(0, slot));
    closePosition.wrap(command, 0).portfolio(dice.below(knowledge.card.portfolios() + 1));
  }

  // ---- the others

  void audit(MutableDirectBuffer command) {
    boolean brokenLines = dice.oneIn(2);
    int broken = knowledge.hasMargin() ? 1 << dice.between(7, 15) : unknownLine();
    valid.audit(command, brokenLines ? broken | dice.below(32) : valid.allLines());
    if (!brokenLines) {
      writer.breakFlagsForSure(command);
    }
  }

  private int unknownLine() {
    return dice.oneIn(2) ? 1 << 3 : 1 << dice.between(5, 15);
  }

  void barrier(MutableDirectBuffer command) {
    valid.barrier(command);
    writer.breakFlagsForSure(command);
  }

  void endOfLoad(MutableDirectBuffer command) {
    valid.endOfLoad(command);
    if (knowledge.isLoading() || dice.oneIn(2)) {
      writer.breakFlagsForSure(command);
    }
  }
}
