package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CrossEncoder;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.ParkEncoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.UnparkEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Commands about orders that the card should refuse: valid ones, broken in one place or several.
 */
final class HostileOrders {
  private static final int ORDER_KINDS = 11;
  private static final int REPLACE_KINDS = 8;
  private static final int CROSS_KINDS = 8;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final OrderCommands valid;
  private final NewEncoder order = new NewEncoder();
  private final ReplaceEncoder replace = new ReplaceEncoder();
  private final ParkEncoder park = new ParkEncoder();
  private final CrossEncoder cross = new CrossEncoder();
  private final MassCancelEncoder massCancel = new MassCancelEncoder();

  HostileOrders(Dice dice, Knowledge knowledge, CommandWriter writer, OrderCommands valid) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    this.valid = valid;
  }

  // ---- new

  void order(MutableDirectBuffer command, int position, Phase phase) {
    valid.orderToBreak(command, position, phase);
    order.wrap(command, 0);
    do {
      breakOrder(command, position, dice.below(ORDER_KINDS));
    } while (dice.oneIn(4));
  }

  private void breakOrder(MutableDirectBuffer command, int position, int kind) {
    int instrument = knowledge.positions.instrument(position);
    switch (kind) {
      case 0 -> writer.breakFlags(command);
      case 1 -> breakCodes(command);
      case 2 -> order.instrument(writer.unknownInstrument());
      case 3 -> order.account(writer.unknownAccount());
      case 4 -> order.positionSlot(unknownPosition());
      case 5 -> order.quantity(0);
      case 6 ->
          order.quantity(writer.atOrBeyond(knowledge.instruments.maxQuantity(instrument) + 1L));
      case 7 -> order.price(dice.oneIn(2) ? Integer.MIN_VALUE : dice.anyInt());
      case 8 -> order.price(outsideWindow(instrument));
      case 9 -> order.slot(writer.atOrBeyond(knowledge.card.orderSlots()));
      default -> order.slot(liveSlot());
    }
  }

  private void breakCodes(MutableDirectBuffer command) {
    int offset =
        switch (dice.below(4)) {
          case 0 -> NewEncoder.sideEncodingOffset();
          case 1 -> NewEncoder.orderTypeEncodingOffset();
          case 2 -> NewEncoder.timeInForceEncodingOffset();
          default -> NewEncoder.selfTradePreventionEncodingOffset();
        };
    command.putByte(offset, (byte) dice.between(1, dice.oneIn(2) ? 3 : 255));
  }

  /** Another one's position, one that is not open, or a slot beyond the capacity. */
  private long unknownPosition() {
    return switch (dice.below(4)) {
      case 0 -> writer.atOrBeyond(knowledge.card.positions());
      case 1 -> knowledge.ranges.anyFreePosition(dice, knowledge.positions);
      default -> Math.max(0, knowledge.positions.any(dice));
    };
  }

  private int outsideWindow(int instrument) {
    long price =
        switch (dice.below(4)) {
          case 0 -> knowledge.instruments.base(instrument) - 1L;
          case 1 -> knowledge.instruments.top(instrument) + 1L;
          case 2 -> knowledge.instruments.base(instrument) - dice.between(1, 10_000);
          default -> knowledge.instruments.top(instrument) + dice.between(1, 10_000);
        };
    return (int) price;
  }

  private long liveSlot() {
    int slot = knowledge.orders.anyLive(dice);
    return slot < 0 ? writer.atOrBeyond(knowledge.card.orderSlots()) : slot;
  }

  // ---- cancel, park, unpark: which order

  void cancel(MutableDirectBuffer command) {
    name(command, CancelEncoder.TEMPLATE_ID);
  }

  /** A park of one that is parked, or of one that is not known. */
  void park(MutableDirectBuffer command, int instrument) {
    int parked = knowledge.orders.any(dice, instrument, dice.oneIn(2), true);
    if (parked >= 0 && dice.oneIn(2)) {
      valid.park(command, parked);
    } else {
      name(command, ParkEncoder.TEMPLATE_ID);
    }
  }

  /** An unpark of one that rests, or of one that is not known. */
  void unpark(MutableDirectBuffer command, int instrument) {
    int resting = knowledge.orders.any(dice, instrument, dice.oneIn(2), false);
    if (resting >= 0 && dice.oneIn(2)) {
      valid.unpark(command, resting);
    } else {
      name(command, UnparkEncoder.TEMPLATE_ID);
    }
  }

  /** A command that names an order wrongly; the three have the same layout. */
  private void name(MutableDirectBuffer command, int template) {
    KnownOrders orders = knowledge.orders;
    int live = orders.anyLive(dice);
    long id = orders.finishedId();
    long slot = orders.finishedSlot();
    int account = orders.finishedAccount();
    if (live >= 0 && !dice.oneIn(5)) {
      id = orders.id(live);
      slot = live;
      account = orders.account(live);
      switch (dice.below(4)) {
        case 0 -> account ^= 1 << dice.below(Integer.SIZE);
        case 1 -> id ^= 1L << dice.below(Long.SIZE);
        case 2 -> slot ^= 1L << dice.below(Integer.SIZE);
        default -> slot = writer.atOrBeyond(knowledge.card.orderSlots());
      }
    }
    writer.begin(command, template);
    park.wrap(command, 0).orderId(id).slot(slot).account(Integer.toUnsignedLong(account));
    if (dice.oneIn(5)) {
      writer.breakFlags(command);
    }
  }

  // ---- replace

  void replace(MutableDirectBuffer command, Phase phase) {
    int slot = knowledge.orders.anyLive(dice);
    if (slot < 0) {
      name(command, ReplaceEncoder.TEMPLATE_ID);
      return;
    }
    valid.replace(command, slot, phase);
    replace.wrap(command, 0);
    do {
      breakReplace(command, slot);
    } while (dice.oneIn(4));
  }

  private void breakReplace(MutableDirectBuffer command, int slot) {
    int instrument = knowledge.orders.instrument(slot);
    switch (dice.below(REPLACE_KINDS + (knowledge.hasMargin() ? 2 : 0))) {
      case 0 -> writer.breakFlags(command);
      case 1 -> {
        int offset = ReplaceEncoder.selfTradePreventionEncodingOffset();
        command.putByte(offset, (byte) dice.between(SelfTradePrevention.values().length - 1, 255));
      }
      case 2 -> replace.instrument(writer.unknownInstrument());
      case 3 -> replace.instrument(Math.max(0, knowledge.instruments.anyKnown(dice)));
      case 4 ->
          replace.orderId(knowledge.orders.finishedId()).slot(knowledge.orders.anyFreeSlot(dice));
      case 5 ->
          replace.total(writer.atOrBeyond(knowledge.instruments.maxQuantity(instrument) + 1L));
      case 6 -> replace.price(dice.oneIn(2) ? Integer.MIN_VALUE : dice.anyInt());
      case 7 -> replace.price(outsideWindow(instrument));
      case 8 -> replace.side(knowledge.orders.sells(slot) ? Side.BUY : Side.SELL);
      default -> replace.positionSlot(unknownPosition());
    }
  }

  // ---- cross

  void cross(MutableDirectBuffer command, int instrument) {
    int bid = knowledge.orders.any(dice, instrument, false, !dice.oneIn(4));
    int ask = knowledge.orders.any(dice, instrument, true, !dice.oneIn(4));
    if (bid < 0 || ask < 0) {
      crossOfNothing(command, instrument);
      return;
    }
    valid.cross(command, bid, ask);
    cross.wrap(command, 0);
    switch (dice.below(CROSS_KINDS)) {
      case 0 -> writer.breakFlags(command);
      case 1 -> cross.instrument(writer.unknownInstrument());
      case 2 -> breakNames(bid, ask);
      case 3 -> cross.quantity(0);
      case 4 -> {
        long open = Math.min(knowledge.orders.open(bid), knowledge.orders.open(ask));
        cross.quantity(writer.atOrBeyond(open + 1));
      }
      case 5 -> cross.price(beyondBand(instrument));
      case 6 -> cross.price(dice.oneIn(2) ? above(bid) : below(ask));
      default -> {} // One of them rests, perhaps.
    }
  }

  private void breakNames(int bid, int ask) {
    switch (dice.below(4)) {
      case 0 -> cross.buyId(knowledge.orders.id(ask)).buySlot(ask);
      case 1 -> cross.sellId(knowledge.orders.id(bid)).sellSlot(bid);
      case 2 -> cross.buySlot(writer.atOrBeyond(knowledge.card.orderSlots()));
      default -> cross.sellId(knowledge.orders.id(ask) ^ 1L << dice.below(Long.SIZE));
    }
  }

  private void crossOfNothing(MutableDirectBuffer command, int instrument) {
    writer.begin(command, CrossEncoder.TEMPLATE_ID);
    cross
        .wrap(command, 0)
        .buyId(knowledge.orders.finishedId())
        .sellId(knowledge.orders.finishedId())
        .buySlot(knowledge.orders.finishedSlot())
        .sellSlot(knowledge.orders.anyFreeSlot(dice))
        .price(knowledge.instruments.middle(instrument))
        .quantity(dice.below(3))
        .instrument(instrument);
  }

  private int beyondBand(int instrument) {
    return (int)
        (dice.oneIn(2)
            ? knowledge.instruments.low(instrument) - dice.between(1, 10)
            : knowledge.instruments.high(instrument) + dice.between(1, 10));
  }

  private int above(int bid) {
    return (int) (knowledge.orders.price(bid) + dice.between(1, 3));
  }

  private int below(int ask) {
    return (int) (knowledge.orders.price(ask) - dice.between(1, 3));
  }

  // ---- mass cancel

  void massCancel(MutableDirectBuffer command) {
    valid.massCancel(command);
    massCancel.wrap(command, 0);
    switch (dice.below(3)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> {
        int instrument = writer.unknownInstrument();
        // The highest number stands for any.
        massCancel.instrument(Math.min(instrument, MassCancelEncoder.instrumentMaxValue()));
      }
      default ->
          massCancel.account(
              Math.min(writer.unknownAccount(), MassCancelEncoder.accountMaxValue()));
    }
  }
}
