package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CommitGroupEncoder;
import io.lockstep.schema.card.SetFeeRowEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetSizeCurveEncoder;
import io.lockstep.schema.card.StageArrayEncoder;
import io.lockstep.schema.card.SweepChunkEncoder;
import org.agrona.MutableDirectBuffer;

/** Parameters of margin that the card should refuse: valid ones, broken in one place. */
final class HostileParameters {
  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final MarginInstruments instruments;
  private final ParameterCommands valid;
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetFeeRowEncoder setFeeRow = new SetFeeRowEncoder();
  private final SetSizeCurveEncoder setSizeCurve = new SetSizeCurveEncoder();
  private final StageArrayEncoder stageArray = new StageArrayEncoder();
  private final CommitGroupEncoder commitGroup = new CommitGroupEncoder();
  private final SweepChunkEncoder sweepChunk = new SweepChunkEncoder();

  HostileParameters(
      Dice dice,
      Knowledge knowledge,
      CommandWriter writer,
      MarginInstruments instruments,
      ParameterCommands valid) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    this.instruments = instruments;
    this.valid = valid;
  }

  /**
   * Limits out of bounds, a group that is full or none, or other limits while positions are open.
   */
  void instrument(MutableDirectBuffer command) {
    int instrument = unused();
    int largest = largestGroup();
    boolean full = knowledge.margin.groups.size(largest) >= KnownGroups.MOST_INSTRUMENTS;
    instruments.instrument(command, instrument);
    setInstrument.wrap(command, 0);
    switch (dice.below(full ? 16 : 8)) {
      case 0 -> setInstrument.multiplier(0);
      case 1 -> setInstrument.positionLimit(dice.oneIn(2) ? 0 : writer.atOrBeyond(1L << 28));
      case 2 -> setInstrument.group(writer.atOrBeyondShort(knowledge.margin.groups.count));
      case 3, 4 -> beyondTheBound(command, instrument);
      case 5 -> setInstrument.worstFee(dice.oneIn(2) ? -1 : dice.anyLong());
      case 8, 9, 10, 11, 12, 13, 14, 15 ->
          instruments.instrument(command, instrument, instruments.anyLimits(largest));
      default -> {
        int[] busy = busyButEmpty();
        instruments.instrument(
            command, busy[dice.below(busy.length)], instruments.anyLimits(instruments.anyGroup()));
      }
    }
  }

  /** A few instruments with positions, without orders if there are such. */
  private int[] busyButEmpty() {
    int[] found = new int[4];
    for (int i = 0; i < found.length; i++) {
      int position = knowledge.positions.any(dice);
      for (int tries = 0; position >= 0 && hasOrders(position) && tries < 6; tries++) {
        position = knowledge.positions.any(dice);
      }
      found[i] = position < 0 ? 0 : knowledge.positions.instrument(position);
    }
    return found;
  }

  private boolean hasOrders(int position) {
    return knowledge.orders.liveCount(knowledge.positions.instrument(position)) > 0;
  }

  /** A position limit one larger than what the bound allows. */
  private void beyondTheBound(MutableDirectBuffer command, int instrument) {
    KnownTerms.Limits limits = instruments.anyLimits(instruments.anyGroup());
    long worth = limits.multiplier() * limits.maxPrice() + limits.worstFee();
    long most = KnownTerms.BOUND / worth;
    instruments.instrument(command, instrument, limits);
    setInstrument.wrap(command, 0);
    if (most < KnownPositions.BOUND) {
      setInstrument.positionLimit(most + dice.below(2));
    } else {
      setInstrument.multiplier(0xFFFF_FFFFL).maxPrice(Integer.MAX_VALUE);
    }
  }

  /** An instrument without orders and positions, where a few throws find one. */
  private int unused() {
    int instrument = dice.below(knowledge.instruments.count);
    for (int tries = 0; isUsed(instrument) && tries < 8; tries++) {
      instrument = dice.below(knowledge.instruments.count);
    }
    return instrument;
  }

  private boolean isUsed(int instrument) {
    return knowledge.orders.liveCount(instrument) > 0
        || knowledge.positions.openCount(instrument) > 0;
  }

  private int largestGroup() {
    int largest = 0;
    for (int group = 1; group < knowledge.margin.groups.count; group++) {
      if (knowledge.margin.groups.size(group) > knowledge.margin.groups.size(largest)) {
        largest = group;
      }
    }
    return largest;
  }

  void feeRow(MutableDirectBuffer command, int instrument) {
    valid.feeRow(command, instrument);
    setFeeRow.wrap(command, 0);
    int beyond = valid.largestRate(instrument) + (int) dice.between(1, dice.oneIn(2) ? 1 : 1_000);
    switch (dice.below(8)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> setFeeRow.tier((short) dice.between(KnownTerms.TIERS, 255));
      case 2 -> setFeeRow.instrument(writer.unknownInstrument());
      case 3 -> setFeeRow.maker(beyond);
      case 4 -> setFeeRow.taker(beyond);
      case 5 -> setFeeRow.auction(beyond);
      case 6 -> setFeeRow.taker(-KnownTerms.RATE_BOUND);
      default -> setFeeRow.maker(dice.anyInt() | KnownTerms.RATE_BOUND);
    }
  }

  void stage(MutableDirectBuffer command, int instrument) {
    valid.stage(
        command,
        valid.anyArray(instrument, valid.anyShocks()),
        dice.below(knowledge.margin.terms.parts));
    stageArray.wrap(command, 0);
    long beyond = valid.largestLane(instrument) + 1;
    switch (dice.below(9)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> stageArray.part((short) dice.between(knowledge.margin.terms.parts, 255));
      case 2 -> stageArray.instrument(writer.unknownInstrument());
      case 3 -> stageArray.mark(markBeyondLimit(instrument));
      case 4 -> stageArray.shortOptionMinimum(dice.oneIn(2) ? beyond : dice.anyLong());
      case 5 -> stageArray.lane7((int) -beyond);
      case 6 -> stageArray.lane0(dice.oneIn(2) ? Integer.MIN_VALUE : dice.anyInt());
      case 7 -> {
        int lane = StageArrayEncoder.lane0EncodingOffset() + Integer.BYTES * dice.below(8);
        command.putInt(
            lane, (int) (dice.oneIn(2) ? beyond : -beyond), StageArrayEncoder.BYTE_ORDER);
      }
      default -> {} // Portfolios are stale, perhaps.
    }
  }

  private int markBeyondLimit(int instrument) {
    KnownTerms.Limits limits = knowledge.margin.terms.limits(instrument);
    if (limits == null || limits.maxPrice() >= Integer.MAX_VALUE || dice.oneIn(3)) {
      return Integer.MIN_VALUE;
    }
    return (int) (dice.oneIn(2) ? limits.maxPrice() + 1 : -limits.maxPrice() - 1);
  }

  void curve(MutableDirectBuffer command, int instrument) {
    valid.curve(command, instrument);
    setSizeCurve.wrap(command, 0);
    long beyond = dice.oneIn(2) ? valid.largestLane(instrument) + 1 : 0xFFFF_FFFFL;
    switch (dice.below(8)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> setSizeCurve.instrument(writer.unknownInstrument());
      case 2 -> setSizeCurve.slope0(beyond);
      case 3 -> setSizeCurve.slope3(beyond);
      case 4 -> setSizeCurve.bound1(6).bound2(5).bound3(7);
      case 5 -> setSizeCurve.bound2(6).bound3(5);
      case 6 -> setSizeCurve.bound3(writer.atOrBeyond(1L << 28));
      default -> {} // Portfolios are stale, perhaps.
    }
  }

  void commit(MutableDirectBuffer command, int group) {
    valid.commit(command, group);
    commitGroup.wrap(command, 0);
    long epoch = knowledge.margin.groups.epoch(group);
    switch (dice.below(11)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> commitGroup.group(writer.atOrBeyondShort(knowledge.margin.groups.count));
      case 2 -> commitGroup.initialFactor((int) dice.between(513, dice.oneIn(2) ? 513 : 65_535));
      case 3 -> commitGroup.initialFactor(255).maintenanceFactor(256);
      case 4 -> commitGroup.epoch(epoch);
      case 5 -> commitGroup.epoch(epoch + 2 & 0xFFFF_FFFFL);
      default -> {} // Something is not staged, or portfolios are stale, most often.
    }
  }

  void sweep(MutableDirectBuffer command) {
    valid.sweep(command);
    sweepChunk.wrap(command, 0);
    int portfolios = knowledge.card.portfolios();
    switch (dice.below(4)) {
      case 0 -> writer.breakFlagsForSure(command);
      case 1 -> {
        int from = dice.below(portfolios);
        sweepChunk.portfolio(from).count(portfolios - from + 1);
      }
      case 2 -> sweepChunk.portfolio(writer.atOrBeyond(portfolios + 1L)).count(dice.below(2));
      default -> sweepChunk.count(0xFFFF_FFFFL);
    }
  }
}
