package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.ClosePositionEncoder;
import io.lockstep.schema.card.EndOfLoadEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetWindowEncoder;
import org.agrona.MutableDirectBuffer;

/** Definitions, audits and barriers that the card should carry out. */
final class SettingCommands {
  private static final int NEAR_TICKS = 200;
  private static final int GROUPS = 3;
  private static final int ALL_LINES = 0b1_0111;
  private static final int ALL_LINES_WITH_MARGIN = 0b111_1111;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final MarginFields fields;
  private final MarginInstruments marginInstruments;
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetAccountEncoder setAccount = new SetAccountEncoder();
  private final SetBandEncoder setBand = new SetBandEncoder();
  private final SetWindowEncoder setWindow = new SetWindowEncoder();
  private final OpenPositionEncoder openPosition = new OpenPositionEncoder();
  private final ClosePositionEncoder closePosition = new ClosePositionEncoder();

  SettingCommands(Dice dice, Knowledge knowledge, CommandWriter writer) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    fields = new MarginFields(dice, knowledge);
    marginInstruments = new MarginInstruments(dice, knowledge, writer);
  }

  /** A new window, band and limits for an instrument, at times at the ends of what is allowed. */
  void instrument(MutableDirectBuffer command, int instrument) {
    if (knowledge.hasMargin()) {
      marginInstruments.instrument(command, instrument);
      return;
    }
    int levels = knowledge.instruments.levels;
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
    long maxQuantity = dice.oneIn(3) ? KnownPositions.BOUND : dice.between(1, 5_000);
    writer.begin(command, SetInstrumentEncoder.TEMPLATE_ID);
    setInstrument
        .wrap(command, 0)
        .instrument(instrument)
        .windowBase((int) base)
        .bandLow((int) low)
        .bandHigh((int) high)
        .maxPrice(maxPrice)
        .maxQuantity(maxQuantity);
  }

  /** An account of one of a few groups, of none, or of a group that nobody else has. */
  void account(MutableDirectBuffer command, int account) {
    long group =
        switch (dice.below(8)) {
          case 0 -> Integer.toUnsignedLong(dice.anyInt());
          case 1, 2, 3 -> dice.between(1, GROUPS);
          default -> 0;
        };
    account(command, account, group);
  }

  void account(MutableDirectBuffer command, int account, long group) {
    writer.begin(command, SetAccountEncoder.TEMPLATE_ID);
    setAccount.wrap(command, 0).account(account).selfTradeGroup(group);
    fields.account(setAccount);
  }

  /** A band round the middle of an instrument, or so that no order rests on its wrong side. */
  void band(MutableDirectBuffer command, int instrument) {
    KnownInstruments instruments = knowledge.instruments;
    long middle = instruments.middle(instrument);
    int reach = dice.oneIn(3) ? instruments.levels : NEAR_TICKS;
    long low = middle - dice.between(0, reach);
    long high = middle + dice.between(0, reach);
    int bid = instruments.best(instrument, false);
    int ask = instruments.best(instrument, true);
    if (bid != KnownInstruments.NO_PRICE && dice.oneIn(2)) {
      high = dice.oneIn(2) ? bid : Math.max(high, bid);
    }
    if (ask != KnownInstruments.NO_PRICE && dice.oneIn(2)) {
      low = dice.oneIn(2) ? ask : Math.min(low, ask);
    }
    band(
        command,
        instrument,
        instruments.inWindow(instrument, Math.min(low, high)),
        instruments.inWindow(instrument, Math.max(low, high)));
  }

  void band(MutableDirectBuffer command, int instrument, int low, int high) {
    writer.begin(command, SetBandEncoder.TEMPLATE_ID);
    setBand.wrap(command, 0).instrument(instrument).low(low).high(high);
  }

  /** A window that holds the band, and most often what rests. */
  void window(MutableDirectBuffer command, int instrument) {
    KnownInstruments instruments = knowledge.instruments;
    long lowest = lowestBase(instrument);
    long highest = highestBase(instrument);
    long base = instruments.base(instrument) + dice.between(-3, 3);
    window(
        command,
        instrument,
        (int)
            (dice.oneIn(3)
                ? Math.max(lowest, Math.min(highest, base))
                : dice.between(lowest, highest)));
  }

  /** The lowest base of a window that holds the band. */
  long lowestBase(int instrument) {
    long holdsBand =
        (long) knowledge.instruments.high(instrument) - knowledge.instruments.levels + 1;
    return Math.max(holdsBand, -(long) Integer.MAX_VALUE);
  }

  /** The highest base of a window that holds the band. */
  long highestBase(int instrument) {
    long highest = (long) Integer.MAX_VALUE - knowledge.instruments.levels + 1;
    return Math.min(knowledge.instruments.low(instrument), highest);
  }

  void window(MutableDirectBuffer command, int instrument, int base) {
    writer.begin(command, SetWindowEncoder.TEMPLATE_ID);
    setWindow.wrap(command, 0).instrument(instrument).windowBase(base);
  }

  /** Opens a position of a known account in a known instrument. */
  void openPosition(MutableDirectBuffer command, int slot, int account, int instrument) {
    writer.begin(command, OpenPositionEncoder.TEMPLATE_ID);
    openPosition.wrap(command, 0).positionSlot(slot).account(account).instrument(instrument);
    fields.openPosition(openPosition, account, instrument);
  }

  void closePosition(MutableDirectBuffer command, int slot) {
    writer.begin(command, ClosePositionEncoder.TEMPLATE_ID);
    closePosition
        .wrap(command, 0)
        .positionSlot(slot)
        .account(knowledge.positions.account(slot))
        .instrument(knowledge.positions.instrument(slot));
    fields.closePosition(closePosition, slot);
  }

  /** An audit of everything. */
  void audit(MutableDirectBuffer command) {
    audit(command, allLines());
  }

  /** An audit of some of what there is. */
  void anyAudit(MutableDirectBuffer command) {
    audit(command, dice.below(knowledge.hasMargin() ? 128 : 32) & allLines());
  }

  /** The lines of an audit that take in all of the state. */
  int allLines() {
    return knowledge.hasMargin() ? ALL_LINES_WITH_MARGIN : ALL_LINES;
  }

  /**
   * @param lines the bits of auditLines.
   */
  void audit(MutableDirectBuffer command, int lines) {
    writer.begin(command, AuditEncoder.TEMPLATE_ID);
    command.putShort(AuditEncoder.linesEncodingOffset(), (short) lines, AuditEncoder.BYTE_ORDER);
  }

  void barrier(MutableDirectBuffer command) {
    writer.begin(command, BarrierEncoder.TEMPLATE_ID);
  }

  void endOfLoad(MutableDirectBuffer command) {
    writer.begin(command, EndOfLoadEncoder.TEMPLATE_ID);
  }
}
