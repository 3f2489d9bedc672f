package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CommitGroupEncoder;
import io.lockstep.schema.card.SetFeeRowEncoder;
import io.lockstep.schema.card.SetSizeCurveEncoder;
import io.lockstep.schema.card.StageArrayEncoder;
import io.lockstep.schema.card.SweepChunkEncoder;
import java.math.BigInteger;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;

/** Parameters of margin that the card should take: rates, arrays, curves, commits, sweeps. */
final class ParameterCommands {
  /** Factors in 1/256. */
  static final int LARGEST_FACTOR = 512;

  private static final int RATE_SHIFT = 24;
  private static final int WHOLE_SHOCK = 4_096;
  private static final int LANES_A_PART = KnownTerms.LANES_A_PART;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final SetFeeRowEncoder setFeeRow = new SetFeeRowEncoder();
  private final SetSizeCurveEncoder setSizeCurve = new SetSizeCurveEncoder();
  private final StageArrayEncoder stageArray = new StageArrayEncoder();
  private final CommitGroupEncoder commitGroup = new CommitGroupEncoder();
  private final SweepChunkEncoder sweepChunk = new SweepChunkEncoder();

  /** What an instrument is staged with. */
  record Array(int instrument, int mark, long shortMinimum, int[] lanes) {}

  ParameterCommands(Dice dice, Knowledge knowledge, CommandWriter writer) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
  }

  // ---- fees

  /** Rates within the instrument's worst fee, at times just; some are rebates. */
  void feeRow(MutableDirectBuffer command, int instrument) {
    int tier = dice.below(dice.oneIn(4) ? KnownTerms.TIERS : 3);
    feeRow(
        command, instrument, tier, anyRate(instrument), anyRate(instrument), anyRate(instrument));
  }

  void feeRow(
      MutableDirectBuffer command, int instrument, int tier, int maker, int taker, int auction) {
    writer.begin(command, SetFeeRowEncoder.TEMPLATE_ID);
    setFeeRow
        .wrap(command, 0)
        .instrument(instrument)
        .tier((short) tier)
        .maker(maker)
        .taker(taker)
        .auction(auction);
  }

  private int anyRate(int instrument) {
    int largest = largestRate(instrument);
    return switch (dice.below(8)) {
      case 0 -> largest;
      case 1 -> 0;
      case 2 -> -(KnownTerms.RATE_BOUND - 1);
      case 3, 4 -> (int) -dice.between(0, 10_000);
      default -> (int) dice.between(0, Math.min(largest, 30_000));
    };
  }

  /** The highest rate that the worst fee allows. */
  int largestRate(int instrument) {
    KnownTerms.Limits limits = knowledge.margin.terms.limits(instrument);
    if (limits == null || limits.maxPrice() == 0) {
      return 0;
    }
    BigInteger worth = BigInteger.valueOf(limits.maxPrice() * limits.multiplier());
    BigInteger rate = BigInteger.valueOf(limits.worstFee()).shiftLeft(RATE_SHIFT).divide(worth);
    return rate.min(BigInteger.valueOf(KnownTerms.RATE_BOUND - 1)).intValue();
  }

  // ---- arrays and curves

  /** The most that a lane, a minimum or a slope of an instrument may be. */
  long largestLane(int instrument) {
    KnownTerms.Limits limits = knowledge.margin.terms.limits(instrument);
    long limit = limits == null ? KnownPositions.BOUND : limits.positionLimit();
    return Math.min(KnownTerms.LANE_BOUND - 1, KnownTerms.BOUND / limit);
  }

  /** Moves of the market, one a scenario, so that instruments of a group hedge each other. */
  int[] anyShocks() {
    int[] shocks = new int[knowledge.card.scenarios()];
    for (int i = 0; i < shocks.length; i++) {
      shocks[i] = (int) dice.between(-WHOLE_SHOCK, WHOLE_SHOCK);
    }
    return shocks;
  }

  /** An array and a mark: near the instrument's prices most often, at a bound now and then. */
  Array anyArray(int instrument, int[] shocks) {
    KnownTerms.Limits limits = knowledge.margin.terms.limits(instrument);
    long multiplier = limits == null ? 1 : limits.multiplier();
    long largest = largestLane(instrument);
    long scan = dice.between(1, knowledge.instruments.levels / 2) * multiplier;
    int kind = dice.below(12);
    int[] lanes = new int[shocks.length];
    for (int i = 0; i < lanes.length; i++) {
      long move = scan * shocks[i] / WHOLE_SHOCK;
      long lane =
          switch (kind) {
            case 0 -> 0;
            case 1 -> dice.oneIn(2) ? largest : -largest;
            case 2 -> dice.between(-largest, largest);
            case 3, 4 -> Math.abs(move) - scan / 3;
            case 5 -> -move;
            case 6 -> move / 2 + dice.between(-multiplier, multiplier);
            default -> move;
          };
      lanes[i] = (int) Math.max(-largest, Math.min(largest, lane));
    }
    long minimum =
        switch (dice.below(6)) {
          case 0 -> largest;
          case 1, 2 -> Math.min(largest, scan / 8);
          default -> 0;
        };
    return new Array(instrument, anyMark(instrument, limits), minimum, lanes);
  }

  private int anyMark(int instrument, KnownTerms.Limits limits) {
    long most = limits == null ? Integer.MAX_VALUE : limits.maxPrice();
    long near =
        knowledge.margin.terms.isValued(instrument)
            ? knowledge.margin.mark(instrument)
            : knowledge.instruments.middle(instrument);
    long mark =
        switch (dice.below(24)) {
          case 0 -> most;
          case 1 -> -most;
          case 2, 3, 4, 5, 6, 7, 8 -> knowledge.instruments.middle(instrument);
          default -> near + dice.between(-12, 12);
        };
    return (int) Math.max(-most, Math.min(most, mark));
  }

  void stage(MutableDirectBuffer command, Array array, int part) {
    int at = LANES_A_PART * part;
    int[] lanes = array.lanes();
    writer.begin(command, StageArrayEncoder.TEMPLATE_ID);
    stageArray
        .wrap(command, 0)
        .instrument(array.instrument())
        .part((short) part)
        .mark(array.mark())
        .shortOptionMinimum(array.shortMinimum())
        .lane0(lanes[at])
        .lane1(lanes[at + 1])
        .lane2(lanes[at + 2])
        .lane3(lanes[at + 3])
        .lane4(lanes[at + 4])
        .lane5(lanes[at + 5])
        .lane6(lanes[at + 6])
        .lane7(lanes[at + 7]);
  }

  /** A curve that is flat, rises, or does what it likes. */
  void curve(MutableDirectBuffer command, int instrument) {
    long largest = largestLane(instrument);
    long[] slopes = new long[4];
    int kind = dice.below(8);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] =
          switch (kind) {
            case 0 -> largest;
            case 1 -> dice.between(0, largest);
            case 2, 3, 4 -> Math.min(largest, dice.between(0, 64));
            default -> 0;
          };
    }
    if (dice.oneIn(2)) {
      Arrays.sort(slopes);
    }
    long reach = dice.oneIn(8) ? KnownPositions.BOUND : dice.oneIn(2) ? 40 : 2_000;
    long[] bounds = {dice.between(0, reach), dice.between(0, reach), dice.between(0, reach)};
    Arrays.sort(bounds);
    curve(command, instrument, new KnownTerms.Curve(bounds, slopes));
  }

  void curve(MutableDirectBuffer command, int instrument, KnownTerms.Curve curve) {
    writer.begin(command, SetSizeCurveEncoder.TEMPLATE_ID);
    setSizeCurve
        .wrap(command, 0)
        .instrument(instrument)
        .bound1(curve.bounds()[0])
        .bound2(curve.bounds()[1])
        .bound3(curve.bounds()[2])
        .slope0(curve.slopes()[0])
        .slope1(curve.slopes()[1])
        .slope2(curve.slopes()[2])
        .slope3(curve.slopes()[3]);
  }

  // ---- commits and sweeps

  /** A commit of the epoch that is next. */
  void commit(MutableDirectBuffer command, int group) {
    long next = knowledge.margin.groups.epoch(group) + 1 & 0xFFFF_FFFFL;
    int initial =
        switch (dice.below(8)) {
          case 0 -> LARGEST_FACTOR;
          case 1 -> dice.below(LARGEST_FACTOR + 1);
          default -> (int) dice.between(256, 330);
        };
    int maintenance = dice.oneIn(4) ? dice.below(initial + 1) : initial * 3 / 4;
    commit(command, group, next, initial, maintenance);
  }

  void commit(MutableDirectBuffer command, int group, long epoch, int initial, int maintenance) {
    writer.begin(command, CommitGroupEncoder.TEMPLATE_ID);
    commitGroup
        .wrap(command, 0)
        .group(group)
        .initialFactor(initial)
        .maintenanceFactor(maintenance)
        .epoch(epoch);
  }

  void sweep(MutableDirectBuffer command, long portfolio, long count) {
    writer.begin(command, SweepChunkEncoder.TEMPLATE_ID);
    sweepChunk.wrap(command, 0).portfolio(portfolio).count(count);
  }

  /** A chunk round a stale portfolio, or anywhere. */
  void sweep(MutableDirectBuffer command) {
    int portfolios = knowledge.card.portfolios();
    int stale = knowledge.margin.portfolios.anyStale(dice);
    long from = stale < 0 || dice.oneIn(8) ? dice.below(portfolios) : stale - dice.below(stale + 1);
    long to = stale < from ? from : stale;
    long end = dice.oneIn(3) ? dice.between(to, portfolios - 1) : to;
    sweep(command, from, dice.oneIn(12) ? 0 : end - from + 1);
  }
}
