package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import org.agrona.MutableDirectBuffer;

/**
 * Commands that the card should carry out, as far as the generator knows. Fields that the card
 * ignores, and bytes that no field covers, hold anything.
 */
final class ValidCommands {
  private static final int MOST_LOTS = (1 << 28) - 1;

  private final Dice dice;
  private final Knowledge knowledge;
  private final KnownInstruments instruments;
  private final CommandHeaderEncoder header = new CommandHeaderEncoder();
  private final NewEncoder order = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetBandEncoder setBand = new SetBandEncoder();

  ValidCommands(Dice dice, Knowledge knowledge) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.instruments = knowledge.instruments;
  }

  /** An order round the instrument's middle, in the manner of the phase. */
  void order(MutableDirectBuffer command, int instrument, Phase phase) {
    if (dice.percent(phase.immediatePercent)) {
      order(command, instrument, phase, true, anyUnsigned());
    } else {
      order(command, instrument, phase, false, knowledge.orders.takeFreeSlot(dice));
    }
  }

  /** An order to be broken: it takes no slot. */
  void orderToBreak(MutableDirectBuffer command, int instrument, Phase phase) {
    boolean immediate = dice.percent(phase.immediatePercent);
    order(command, instrument, phase, immediate, knowledge.orders.anyFreeSlot(dice));
  }

  private void order(
      MutableDirectBuffer command, int instrument, Phase phase, boolean immediate, long slot) {
    begin(command, NewEncoder.TEMPLATE_ID);
    Side side = dice.oneIn(2) ? Side.BUY : Side.SELL;
    long lots = dice.oneIn(50) ? MOST_LOTS : dice.between(1, phase.largestLots);
    order
        .wrap(command, 0)
        .account(dice.below(knowledge.card.accounts()))
        .session(Integer.toUnsignedLong(dice.anyInt()))
        .slot(slot)
        .price(price(instrument, side, phase))
        .quantity(Math.min(lots, instruments.maxQuantity(instrument)))
        .instrument(instrument)
        .side(side)
        .orderType(immediate && dice.oneIn(3) ? OrderType.MARKET : OrderType.LIMIT)
        .timeInForce(immediate ? TimeInForce.IOC : TimeInForce.GTC)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
  }

  private int price(int instrument, Side side, Phase phase) {
    int direction = side == Side.BUY ? 1 : -1;
    if (phase == Phase.EMPTY || dice.oneIn(25)) {
      return priceAtAnEdge(instrument, direction);
    }
    int width = phase.widthTicks;
    // Away from the middle for orders that rest; a share of the others reaches across it.
    boolean apart = phase == Phase.FILL || phase == Phase.FULL || phase == Phase.HEAVY;
    long across = apart ? -1 : width / 2;
    long offset = dice.between(-width, across);
    return instruments.inWindow(instrument, instruments.middle(instrument) + direction * offset);
  }

  private int priceAtAnEdge(int instrument, int direction) {
    long bandEnd = direction > 0 ? instruments.high(instrument) : instruments.low(instrument);
    return switch (dice.below(4)) {
      case 0 -> instruments.inWindow(instrument, bandEnd + direction);
      case 1 -> direction > 0 ? instruments.top(instrument) : instruments.base(instrument);
      case 2 -> direction > 0 ? instruments.base(instrument) : instruments.top(instrument);
      default -> (int) bandEnd;
    };
  }

  /** A cancel of the order in a slot that is believed live. */
  void cancel(MutableDirectBuffer command, int slot) {
    cancel(command, knowledge.orders.id(slot), slot, knowledge.orders.account(slot));
  }

  void cancel(MutableDirectBuffer command, long orderId, long slot, int account) {
    begin(command, CancelEncoder.TEMPLATE_ID);
    cancel.wrap(command, 0).orderId(orderId).slot(slot).account(Integer.toUnsignedLong(account));
  }

  /** A new window, band and limits for an instrument, at times at the ends of what is allowed. */
  void setInstrument(MutableDirectBuffer command, int instrument) {
    begin(command, SetInstrumentEncoder.TEMPLATE_ID);
    int levels = instruments.levels;
    long base =
        switch (dice.below(6)) {
          case 0 -> -(long) Integer.MAX_VALUE;
          case 1 -> (long) Integer.MAX_VALUE - levels + 1;
          case 2 -> -levels / 2;
          default -> dice.between(-1_000_000, 1_000_000);
        };
    long top = base + levels - 1;
    // The whole window, any part of it, or most often a wide part round its middle.
    int kind = dice.below(6);
    long low = kind == 0 ? base : dice.between(base, kind == 1 ? top : base + levels / 3);
    long high = kind == 0 ? top : dice.between(kind == 1 ? low : top - levels / 3, top);
    boolean tight = dice.oneIn(4);
    long maxPrice =
        tight ? Math.max(1, Math.max(Math.abs(low), Math.abs(high))) : Integer.MAX_VALUE;
    setInstrument
        .wrap(command, 0)
        .instrument(instrument)
        .windowBase((int) base)
        .bandLow((int) low)
        .bandHigh((int) high)
        .maxPrice(maxPrice)
        .maxQuantity(dice.oneIn(4) ? MOST_LOTS : dice.between(1, 5_000));
  }

  /** A band round the middle of an instrument. */
  void setBand(MutableDirectBuffer command, int instrument) {
    begin(command, SetBandEncoder.TEMPLATE_ID);
    long middle = instruments.middle(instrument);
    int reach = dice.oneIn(3) ? instruments.levels : 200;
    setBand
        .wrap(command, 0)
        .instrument(instrument)
        .low(instruments.inWindow(instrument, middle - dice.between(0, reach)))
        .high(instruments.inWindow(instrument, middle + dice.between(0, reach)));
  }

  /**
   * @param lines the bits of auditLines.
   */
  void audit(MutableDirectBuffer command, int lines) {
    begin(command, AuditEncoder.TEMPLATE_ID);
    command.putShort(AuditEncoder.linesEncodingOffset(), (short) lines, AuditEncoder.BYTE_ORDER);
  }

  void barrier(MutableDirectBuffer command) {
    begin(command, BarrierEncoder.TEMPLATE_ID);
  }

  /** Any template, over bytes that may mean anything. */
  void any(MutableDirectBuffer command, int template) {
    begin(command, template);
  }

  private void begin(MutableDirectBuffer command, int template) {
    boolean noisy = dice.oneIn(2);
    for (int at = 0; at < Card.MESSAGE_BYTES; at += Long.BYTES) {
      command.putLong(at, noisy ? dice.anyLong() : 0);
    }
    long number = knowledge.sent() + 1;
    // Ids are 64 bits wide: now and then the high ones are in use.
    long logSequence = dice.oneIn(32) ? number | (long) dice.anyInt() << 32 : number;
    header.wrap(command, 0).templateId(template).windowSequence(0).logSequence(logSequence);
    header.flags().clear();
  }

  private long anyUnsigned() {
    return dice.oneIn(2) ? Integer.toUnsignedLong(dice.anyInt()) : dice.below(64);
  }
}
