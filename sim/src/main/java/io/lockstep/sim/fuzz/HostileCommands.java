package io.lockstep.sim.fuzz;

import io.lockstep.driver.CardDescription;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/**
 * Commands that the card should refuse: each is a valid one, broken in one place, at times in
 * several so that the precedence of reasons shows.
 */
final class HostileCommands {
  private static final int FLAGS_BYTE = 2;
  private static final int KINDS = 24;
  private static final int LAST_ORDER_KIND = 9;

  private final Dice dice;
  private final Knowledge knowledge;
  private final KnownInstruments instruments;
  private final CardDescription card;
  private final ValidCommands valid;
  private final NewEncoder order = new NewEncoder();
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetBandEncoder setBand = new SetBandEncoder();

  HostileCommands(Dice dice, Knowledge knowledge, ValidCommands valid) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.instruments = knowledge.instruments;
    this.card = knowledge.card;
    this.valid = valid;
  }

  /** Writes one; {@code instrument} is one in use, {@code phase} shapes what else it says. */
  void any(MutableDirectBuffer command, int instrument, Phase phase) {
    int kind = dice.below(KINDS);
    if (kind <= LAST_ORDER_KIND) {
      brokenOrder(command, instrument, phase, kind);
      return;
    }
    switch (kind) {
      case 10, 11, 12 -> unknownOrder(command);
      case 13 -> {
        unknownOrder(command);
        breakFlags(command);
      }
      case 14, 15, 16, 17 -> brokenInstrument(command, instrument);
      case 18, 19, 20 -> brokenBand(command, instrument);
      case 21 -> brokenAudit(command);
      case 22 -> {
        valid.barrier(command);
        breakFlags(command);
      }
      default -> valid.any(command, unknownTemplate());
    }
  }

  // ---- new

  private void brokenOrder(
      MutableDirectBuffer command, int instrument, Phase phase, int firstKind) {
    valid.orderToBreak(command, instrument, phase);
    order.wrap(command, 0);
    breakOrder(command, instrument, firstKind);
    while (dice.oneIn(4)) {
      breakOrder(command, instrument, dice.below(LAST_ORDER_KIND + 1));
    }
  }

  private void breakOrder(MutableDirectBuffer command, int instrument, int kind) {
    switch (kind) {
      case 0 -> breakFlags(command);
      case 1 -> breakCodes(command);
      case 2 -> order.instrument(unknownInstrument());
      case 3 -> order.account(atOrBeyond(card.accounts()));
      case 4 -> order.quantity(0);
      case 5 -> order.quantity(atOrBeyond(instruments.maxQuantity(instrument) + 1));
      case 6 -> order.price(dice.oneIn(2) ? Integer.MIN_VALUE : dice.anyInt());
      case 7 -> order.price(outsideWindow(instrument));
      case 8 -> order.slot(atOrBeyond(card.orderSlots()));
      default -> {
        int slot = knowledge.orders.anyLive(dice);
        order.slot(slot < 0 ? atOrBeyond(card.orderSlots()) : slot);
      }
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

  private int outsideWindow(int instrument) {
    long price =
        switch (dice.below(4)) {
          case 0 -> instruments.base(instrument) - 1L;
          case 1 -> instruments.top(instrument) + 1L;
          case 2 -> instruments.base(instrument) - dice.between(1, 10_000);
          default -> instruments.top(instrument) + dice.between(1, 10_000);
        };
    return (int) price;
  }

  // ---- cancel

  private void unknownOrder(MutableDirectBuffer command) {
    KnownOrders orders = knowledge.orders;
    int slot = orders.anyLive(dice);
    int kind = slot < 0 ? 4 : dice.below(5);
    switch (kind) {
      case 0 -> valid.cancel(command, orders.id(slot), slot, orders.account(slot) ^ anyBit());
      case 1 ->
          valid.cancel(command, orders.id(slot) ^ 1L << dice.below(64), slot, orders.account(slot));
      case 2 ->
          valid.cancel(command, orders.id(slot), slot ^ 1L << dice.below(32), orders.account(slot));
      case 3 ->
          valid.cancel(
              command, orders.id(slot), atOrBeyond(card.orderSlots()), orders.account(slot));
      default ->
          valid.cancel(
              command, orders.finishedId(), orders.finishedSlot(), orders.finishedAccount());
    }
  }

  private int anyBit() {
    return 1 << dice.below(32);
  }

  // ---- set instrument, set band

  private void brokenInstrument(MutableDirectBuffer command, int instrument) {
    valid.setInstrument(command, instrument);
    setInstrument.wrap(command, 0);
    int kind = dice.below(7);
    // The last one leaves it valid, but for the orders that rest in its book.
    switch (kind) {
      case 0 -> breakFlags(command);
      case 1 -> setInstrument.instrument(atOrBeyondShort(card.instruments()));
      case 2 -> setInstrument.maxPrice(dice.oneIn(2) ? 0 : atOrBeyond(Integer.MIN_VALUE));
      case 3 -> setInstrument.maxQuantity(dice.oneIn(2) ? 0 : atOrBeyond(1 << 28));
      case 4 -> setInstrument.windowBase(windowBeyondPrices());
      case 5 -> breakBand(instrument);
      default -> {}
    }
  }

  private int windowBeyondPrices() {
    int highest = Integer.MAX_VALUE - instruments.levels + 1;
    return switch (dice.below(3)) {
      case 0 -> Integer.MIN_VALUE;
      case 1 -> highest + 1;
      default -> (int) dice.between(highest + 1L, Integer.MAX_VALUE);
    };
  }

  private void breakBand(int instrument) {
    int base = instruments.base(instrument);
    setInstrument.windowBase(base);
    switch (dice.below(4)) {
      case 0 -> setInstrument.bandLow(base + 1).bandHigh(base);
      case 1 -> setInstrument.bandLow(base - 1).bandHigh(base);
      case 2 -> setInstrument.bandLow(base).bandHigh(base + instruments.levels);
      default -> setInstrument.bandLow(dice.anyInt()).bandHigh(dice.anyInt());
    }
  }

  private void brokenBand(MutableDirectBuffer command, int instrument) {
    valid.setBand(command, instrument);
    setBand.wrap(command, 0);
    int base = instruments.base(instrument);
    int top = instruments.top(instrument);
    int middle = instruments.middle(instrument);
    switch (dice.below(8)) {
      case 0 -> breakFlags(command);
      case 1 -> setBand.instrument(unknownInstrument());
      case 2 -> setBand.low(middle + 1).high(middle);
      case 3 -> setBand.low(base - 1);
      case 4 -> setBand.high(top + 1);
      case 5 -> setBand.low(dice.anyInt()).high(dice.anyInt());
      // On the wrong side of the orders that rest.
      case 6 -> setBand.low(base).high(instruments.inWindow(instrument, middle - reach()));
      default -> setBand.low(instruments.inWindow(instrument, middle + reach())).high(top);
    }
  }

  private long reach() {
    return dice.between(1, instruments.levels / 4);
  }

  // ---- audit and templates

  private void brokenAudit(MutableDirectBuffer command) {
    boolean brokenLines = dice.oneIn(2);
    // Bits 0 and 1 are the lines that there are.
    int broken = dice.oneIn(2) ? 1 << dice.between(2, 15) : (int) dice.between(4, 0xFFFF);
    valid.audit(command, brokenLines ? broken | dice.below(4) : 3);
    if (!brokenLines) {
      breakFlags(command);
    }
  }

  private int unknownTemplate() {
    int template = dice.oneIn(3) ? dice.below(1 << 16) : dice.below(128);
    return switch (template) {
      case 1, 2, 12, 14, 30, 31 -> template + 64;
      default -> template;
    };
  }

  private void breakFlags(MutableDirectBuffer command) {
    short flags = (short) (dice.oneIn(2) ? 1 << dice.below(16) : dice.between(1, 0xFFFF));
    command.putShort(FLAGS_BYTE, flags, ByteOrder.LITTLE_ENDIAN);
  }

  private int unknownInstrument() {
    int instrument = dice.below(instruments.count);
    return instruments.isKnown(instrument) ? atOrBeyondShort(card.instruments()) : instrument;
  }

  private int atOrBeyondShort(int capacity) {
    return (int) (dice.oneIn(2) ? capacity : dice.between(capacity, 0xFFFF));
  }

  /** A value of 32 bits without sign, at times just at the bound. */
  private long atOrBeyond(int bound) {
    long least = Integer.toUnsignedLong(bound);
    return dice.oneIn(3) ? least : dice.between(least, 0xFFFF_FFFFL);
  }
}
