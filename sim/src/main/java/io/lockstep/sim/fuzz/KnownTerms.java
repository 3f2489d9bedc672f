package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetSizeCurveDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import java.util.Arrays;

/**
 * What margin knows of instruments, as the generator believes: their limits, fee rows and both
 * banks of parameters. Exact, since a state is restored from it.
 */
final class KnownTerms {
  /** A parameter a lot times the largest position never passes it. */
  static final long BOUND = (1L << 49) - 1;

  /** A lane, a minimum or a slope is below it. */
  static final long LANE_BOUND = 1L << 27;

  /** A rate is below it, and above its negative. */
  static final int RATE_BOUND = 1 << 17;

  static final int TIERS = 8;
  static final int RATES = 3;
  static final int LANES_A_PART = 8;

  private static final int BANKS = 2;

  /** The limits that positions rest on. */
  record Limits(int group, long multiplier, long maxPrice, long positionLimit, long worstFee) {}

  /** Where the slope changes, and the four slopes. */
  record Curve(long[] bounds, long[] slopes) {}

  final int parts;
  private final Limits[] limits;
  private final long[] closeBand;
  private final int[][][] rates;
  private final int[][][] lanes;
  private final int[][] mark;
  private final long[][] shortMinimum;
  private final Curve[][] curve;
  private final boolean[][] valuedIn;
  private final boolean[] valued;
  private final int[] stagedParts;
  private final boolean[] curveStaged;

  KnownTerms(int instruments, int scenarios) {
    parts = scenarios / LANES_A_PART;
    limits = new Limits[instruments];
    closeBand = new long[instruments];
    rates = new int[instruments][TIERS][RATES];
    lanes = new int[BANKS][instruments][scenarios];
    mark = new int[BANKS][instruments];
    shortMinimum = new long[BANKS][instruments];
    curve = new Curve[BANKS][instruments];
    valuedIn = new boolean[BANKS][instruments];
    valued = new boolean[instruments];
    stagedParts = new int[instruments];
    curveStaged = new boolean[instruments];
  }

  // ---- what happens to them

  void learn(SetInstrumentDecoder set) {
    int instrument = set.instrument();
    Limits now =
        new Limits(
            set.group(), set.multiplier(), set.maxPrice(), set.positionLimit(), set.worstFee());
    closeBand[instrument] = set.closeBand();
    if (now.equals(limits[instrument])) {
      return;
    }
    limits[instrument] = now;
    for (int[] row : rates[instrument]) {
      Arrays.fill(row, 0);
    }
    valued[instrument] = false;
    valuedIn[0][instrument] = false;
    valuedIn[1][instrument] = false;
    forgetStaged(instrument);
  }

  void learn(SetFeeRowDecoder set) {
    rates[set.instrument()][set.tier()] = new int[] {set.maker(), set.taker(), set.auction()};
  }

  void learn(StageArrayDecoder stage, int bank) {
    int instrument = stage.instrument();
    int[] staged = {
      stage.lane0(), stage.lane1(), stage.lane2(), stage.lane3(),
      stage.lane4(), stage.lane5(), stage.lane6(), stage.lane7()
    };
    System.arraycopy(staged, 0, lanes[bank][instrument], LANES_A_PART * stage.part(), LANES_A_PART);
    mark[bank][instrument] = stage.mark();
    shortMinimum[bank][instrument] = stage.shortOptionMinimum();
    valuedIn[bank][instrument] = false;
    stagedParts[instrument] |= 1 << stage.part();
  }

  void learn(SetSizeCurveDecoder set, int bank) {
    int instrument = set.instrument();
    curve[bank][instrument] =
        new Curve(
            new long[] {set.bound1(), set.bound2(), set.bound3()},
            new long[] {set.slope0(), set.slope1(), set.slope2(), set.slope3()});
    valuedIn[bank][instrument] = false;
    curveStaged[instrument] = true;
  }

  /** The instrument's group was committed: this bank is the current one. */
  void commit(int instrument, int bank) {
    valued[instrument] = true;
    valuedIn[bank][instrument] = true;
    forgetStaged(instrument);
  }

  private void forgetStaged(int instrument) {
    stagedParts[instrument] = 0;
    curveStaged[instrument] = false;
  }

  // ---- what they are

  boolean isSet(int instrument) {
    return limits[instrument] != null;
  }

  Limits limits(int instrument) {
    return limits[instrument];
  }

  int group(int instrument) {
    return isSet(instrument) ? limits[instrument].group() : 0;
  }

  long closeBand(int instrument) {
    return closeBand[instrument];
  }

  /** Whether the instrument has an array in the current bank. */
  boolean isValued(int instrument) {
    return valued[instrument];
  }

  /** Whether a bank holds what was committed for the instrument as it is defined. */
  boolean isValuedIn(int bank, int instrument) {
    return valuedIn[bank][instrument];
  }

  boolean isStaged(int instrument) {
    return curveStaged[instrument] && stagedParts[instrument] == (1 << parts) - 1;
  }

  int[] rates(int instrument, int tier) {
    return rates[instrument][tier];
  }

  int mark(int bank, int instrument) {
    return mark[bank][instrument];
  }

  long shortMinimum(int bank, int instrument) {
    return shortMinimum[bank][instrument];
  }

  /** The lanes of all scenarios. */
  int[] lanes(int bank, int instrument) {
    return lanes[bank][instrument];
  }

  Curve curve(int bank, int instrument) {
    return curve[bank][instrument];
  }
}
