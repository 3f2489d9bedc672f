package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.Side;
import org.agrona.MutableDirectBuffer;

/** What restores a state, broken so that the card refuses it for sure. */
final class HostileLoads {
  private static final int ORDER_KINDS = 15;

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
    switch (dice.below(open < 0 ? 5 : 6)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> loadPosition.instrument(writer.unknownInstrument());
      case 2 -> loadPosition.account(writer.unknownAccount());
      case 3 -> loadPosition.positionSlot(writer.atOrBeyond(knowledge.card.positions()));
      case 4 -> {
        long beyond = KnownPositions.BOUND + (dice.oneIn(2) ? 1 : dice.between(1, 1L << 30));
        int least = Integer.MIN_VALUE;
        loadPosition.position(dice.oneIn(8) ? least : (int) (dice.oneIn(2) ? beyond : -beyond));
      }
      default -> loadPosition.positionSlot(open);
    }
  }

  void order(MutableDirectBuffer command, int position) {
    valid.order(command, position, false);
    loadOrder.wrap(command, 0);
    do {
      breakOrder(command, position, dice.below(ORDER_KINDS));
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
      default -> breakPlace(command, instrument);
    }
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
    if (opposite != KnownInstruments.NO_PRICE && dice.oneIn(2)) {
      loadOrder.price(opposite);
    } else if (instruments.isBeyondBand(instrument, sells, edge)) {
      loadOrder.price(edge);
    } else {
      loadOrder.price(outsideWindow(instrument));
    }
  }
}
