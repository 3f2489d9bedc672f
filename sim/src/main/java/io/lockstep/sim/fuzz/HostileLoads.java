package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.Side;
import org.agrona.MutableDirectBuffer;

/** What restores a state, broken so that the card refuses it for sure. */
final class HostileLoads {
  private static final int ORDER_KINDS = 15;
  private static final int ORDER_KINDS_OF_MARGIN = 7;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final LoadCommands valid;
  private final LoadPositionEncoder loadPosition = new LoadPositionEncoder();
  private final LoadOrderEncoder loadOrder = new LoadOrderEncoder();

  HostileLoads(Dice dice, Knowledge knowledge, CommandWriter writer, LoadCommands valid) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    this.valid = valid;
  }

  void position(MutableDirectBuffer command, int instrument) {
    int account = Math.max(0, knowledge.accounts.any(dice));
    valid.position(
        command, knowledge.ranges.anyFreePosition(dice, knowledge.positions), account, instrument);
    loadPosition.wrap(command, 0);
    int open = knowledge.positions.any(dice);
    if (knowledge.hasMargin() && dice.oneIn(4)) {
      breakPortfolio(account, instrument);
      return;
    }
    switch (dice.below(open < 0 ? 5 : 6)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> loadPosition.instrument(writer.unknownInstrument());
      case 2 -> loadPosition.account(writer.unknownAccount());
      case 3 -> loadPosition.positionSlot(writer.atOrBeyond(knowledge.card.positions()));
      case 4 -> {
        long beyond =
            knowledge.positions.bound(instrument) + (dice.oneIn(2) ? 1 : dice.between(1, 1L << 30));
        int least = Integer.MIN_VALUE;
        loadPosition.position(dice.oneIn(8) ? least : (int) (dice.oneIn(2) ? beyond : -beyond));
      }
      default -> loadPosition.positionSlot(open);
    }
  }

  /** A portfolio that is none, another's or full, or an instrument that is not valued. */
  private void breakPortfolio(int account, int instrument) {
    int full = anyInFull();
    if (full >= 0) {
      loadPosition
          .account(knowledge.positions.account(full))
          .instrument(knowledge.positions.instrument(full))
          .portfolio(knowledge.positions.portfolio(full));
      return;
    }
    int any = knowledge.margin.portfolios.any(dice);
    int unvalued = dice.below(knowledge.instruments.count);
    for (int tries = 0; !isUnvalued(account, unvalued) && tries < 12; tries++) {
      unvalued = Math.max(0, knowledge.instruments.anyKnown(dice));
    }
    if (isUnvalued(account, unvalued) && dice.oneIn(2)) {
      loadPosition.instrument(unvalued).portfolio(knowledge.margin.portfolioFor(account, unvalued));
    } else {
      boolean another = any >= 0 && any != knowledge.margin.portfolioFor(account, instrument);
      loadPosition.portfolio(
          another && dice.oneIn(2) ? any : writer.atOrBeyond(knowledge.card.portfolios()));
    }
  }

  /** A position of a full portfolio, where a few throws find one; else -1. */
  private int anyInFull() {
    for (int tries = 0; tries < 4; tries++) {
      int position = knowledge.positions.any(dice);
      int portfolio = position < 0 ? 0 : knowledge.positions.portfolio(position);
      if (position >= 0
          && knowledge.margin.portfolios.positions(portfolio) >= KnownPortfolios.MOST_POSITIONS) {
        return position;
      }
    }
    return -1;
  }

  private boolean isUnvalued(int account, int instrument) {
    return knowledge.instruments.isKnown(instrument)
        && !knowledge.margin.terms.isValued(instrument)
        && knowledge.margin.portfolioFor(account, instrument) >= 0;
  }

  void order(MutableDirectBuffer command, int position) {
    valid.order(command, position, false);
    loadOrder.wrap(command, 0);
    do {
      int kinds = ORDER_KINDS + (knowledge.hasMargin() ? ORDER_KINDS_OF_MARGIN : 0);
      breakOrder(command, position, dice.below(kinds));
    } while (dice.oneIn(4));
  }

  private void breakOrder(MutableDirectBuffer command, int position, int kind) {
    KnownInstruments instruments = knowledge.instruments;
    int instrument = knowledge.positions.instrument(position);
    switch (kind) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> command.putByte(LoadOrderEncoder.sideEncodingOffset(), (byte) dice.between(2, 255));
      case 2 -> loadOrder.instrument(writer.unknownInstrument());
      case 3 -> loadOrder.account(writer.unknownAccount());
      case 4 -> loadOrder.positionSlot(unknownPosition());
      case 5 -> loadOrder.total(dice.between(1, 9)).filled(dice.between(9, 20));
      case 6 -> loadOrder.total(writer.atOrBeyond(instruments.maxQuantity(instrument) + 1L));
      case 7 -> loadOrder.price(Integer.MIN_VALUE);
      case 8 -> {
        writer.clearFlags(command);
        loadOrder.price(outsideWindow(instrument));
      }
      case 9 -> loadOrder.slot(writer.atOrBeyond(knowledge.card.orderSlots()));
      case 10 -> breakSlot();
      case 11 -> breakBound(position, instrument);
      case 12, 13, 14, 18, 19 -> breakPlace(command, instrument);
      case 15 -> loadOrder.feeTier((short) dice.between(KnownTerms.TIERS, 255));
      case 16 -> loadOrder.reserve(dice.oneIn(2) ? -1 : dice.anyLong() | Long.MIN_VALUE);
      case 17 -> loadOrder.reserve(valid.largestReserve(instrument) + 1);
      default -> breakValue();
    }
  }

  /** An order of an instrument that is not valued; without a position of such, one of no lots. */
  private void breakValue() {
    int position = knowledge.positions.any(dice);
    for (int tries = 0; position >= 0 && isValued(position) && tries < 8; tries++) {
      position = knowledge.positions.any(dice);
    }
    if (position < 0 || isValued(position)) {
      loadOrder.total(0).filled(0);
      return;
    }
    int instrument = knowledge.positions.instrument(position);
    loadOrder
        .instrument(instrument)
        .account(knowledge.positions.account(position))
        .positionSlot(position)
        .price(knowledge.instruments.middle(instrument))
        .total(1)
        .filled(0)
        .reserve(0);
  }

  private boolean isValued(int position) {
    return knowledge.margin.terms.isValued(knowledge.positions.instrument(position));
  }

  private long unknownPosition() {
    return dice.oneIn(2)
        ? writer.atOrBeyond(knowledge.card.positions())
        : knowledge.ranges.anyFreePosition(dice, knowledge.positions);
  }

  private int outsideWindow(int instrument) {
    int least = knowledge.instruments.base(instrument) - 1;
    int beyond = knowledge.instruments.top(instrument) + 1;
    return dice.oneIn(2) ? least : beyond;
  }

  /** A slot that a live order has; one beyond the capacity where none is live. */
  private void breakSlot() {
    int live = knowledge.orders.anyLive(dice);
    loadOrder.slot(live < 0 ? writer.atOrBeyond(knowledge.card.orderSlots()) : live);
  }

  /** More open than the position has room for, where the instrument allows that many. */
  private void breakBound(int position, int instrument) {
    long room = knowledge.positions.room(position);
    if (room < knowledge.instruments.maxQuantity(instrument)) {
      loadOrder.total(room + 1).filled(0);
    } else {
      loadOrder.total(0).filled(0);
    }
  }

  /** At a price where it would cross, or beyond the band; parked it would be neither. */
  private void breakPlace(MutableDirectBuffer command, int instrument) {
    KnownInstruments instruments = knowledge.instruments;
    boolean sells = dice.oneIn(2);
    int opposite = instruments.best(instrument, !sells);
    int edge = sells ? instruments.base(instrument) : instruments.top(instrument);
    writer.clearFlags(command);
    loadOrder.side(sells ? Side.SELL : Side.BUY);
    if (knowledge.hasMargin()) {
      loadOrder.total(1).filled(0);
    }
    if (opposite != KnownInstruments.NO_PRICE && dice.oneIn(knowledge.hasMargin() ? 4 : 2)) {
      loadOrder.price(opposite);
    } else if (instruments.isBeyondBand(instrument, sells, edge)) {
      loadOrder.price(edge);
    } else {
      loadOrder.price(outsideWindow(instrument));
    }
  }
}
