package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.SetInstrumentEncoder;
import org.agrona.MutableDirectBuffer;

/** Definitions of instruments of a card with margin, whose bounds belong together. */
final class MarginInstruments {
  private static final int FEW_GROUPS = 3;
  private static final int RATE_SHIFT = 24;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();

  MarginInstruments(Dice dice, Knowledge knowledge, CommandWriter writer) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
  }

  /** One of a few groups while loading, so that they get several instruments; later any. */
  int anyGroup() {
    int groups = knowledge.margin.groups.count;
    boolean few = knowledge.isLoading() && !dice.oneIn(16);
    return dice.below(few ? Math.min(groups, FEW_GROUPS) : groups);
  }

  /** A new window, band and limits; what positions rest on stays where positions are open. */
  void instrument(MutableDirectBuffer command, int instrument) {
    boolean keeps =
        knowledge.margin.terms.isSet(instrument)
            && (knowledge.positions.openCount(instrument) > 0 || dice.oneIn(3));
    instrument(
        command,
        instrument,
        keeps ? knowledge.margin.terms.limits(instrument) : anyLimits(anyGroup()));
  }

  void instrument(MutableDirectBuffer command, int instrument, KnownTerms.Limits limits) {
    int levels = knowledge.instruments.levels;
    long most = limits.maxPrice();
    long lowest = Math.max(-(long) Integer.MAX_VALUE, -most);
    long highest = Math.min((long) Integer.MAX_VALUE, most) - levels + 1;
    long base =
        lowest > highest
            ? -levels / 2
            : switch (dice.below(10)) {
              case 0 -> lowest;
              case 1 -> highest;
              case 2 -> Math.max(lowest, Math.min(highest, -levels / 2));
              default -> dice.between(Math.max(lowest, Math.min(0, highest)), highest);
            };
    long top = base + levels - 1;
    int kind = dice.below(6);
    long low = kind == 0 ? base : dice.between(base, kind == 1 ? top : base + levels / 3);
    long high = kind == 0 ? top : dice.between(kind == 1 ? low : top - levels / 3, top);
    writer.begin(command, SetInstrumentEncoder.TEMPLATE_ID);
    setInstrument
        .wrap(command, 0)
        .instrument(instrument)
        .group(limits.group())
        .windowBase((int) base)
        .bandLow((int) low)
        .bandHigh((int) high)
        .maxPrice(most)
        .maxQuantity(maxQuantity(limits.positionLimit()))
        .multiplier(limits.multiplier())
        .closeBand(closeBand(levels))
        .worstFee(limits.worstFee())
        .positionLimit(limits.positionLimit());
  }

  private long maxQuantity(long positionLimit) {
    return switch (dice.below(6)) {
      case 0 -> KnownPositions.BOUND;
      case 1, 2 -> positionLimit;
      default -> dice.between(1, Math.min(positionLimit, 5_000));
    };
  }

  private long closeBand(int levels) {
    return switch (dice.below(6)) {
      case 0 -> 0;
      case 1 -> 0xFFFF_FFFFL;
      default -> dice.between(1, levels / 4);
    };
  }

  /** Limits that are within their bound, at times just. */
  KnownTerms.Limits anyLimits(int group) {
    int levels = knowledge.instruments.levels;
    long maxPrice;
    long multiplier;
    switch (dice.below(10)) {
      case 0 -> {
        maxPrice = Integer.MAX_VALUE;
        multiplier = dice.between(1, 64);
      }
      case 1 -> {
        maxPrice = dice.between(1, 4L * levels);
        multiplier = 1L << dice.below(8);
      }
      case 2 -> {
        maxPrice = dice.between(levels, 1 << 20);
        multiplier = dice.between(1, 1 << 24);
      }
      default -> {
        maxPrice = dice.between(4L * levels, 1 << 16);
        multiplier = dice.between(1, 1 << 10);
      }
    }
    long worth = maxPrice * multiplier;
    long worstFee =
        switch (dice.below(6)) {
          case 0 -> 0;
          case 1 -> worth * (KnownTerms.RATE_BOUND - 1) / (1 << RATE_SHIFT) + 1;
          case 2 -> dice.between(0, worth);
          default -> worth / dice.between(200, 20_000) + 1;
        };
    long largest = Math.min(KnownPositions.BOUND, KnownTerms.BOUND / (worth + worstFee));
    long limit =
        switch (dice.below(8)) {
          case 0 -> dice.between(1, Math.min(largest, 50));
          case 1 -> dice.between(1, largest);
          case 2, 3, 4 -> Math.min(largest, dice.between(500, 100_000));
          default -> largest;
        };
    return new KnownTerms.Limits(group, multiplier, maxPrice, limit, worstFee);
  }
}
