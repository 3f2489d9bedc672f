package io.lockstep.host.surface;

import java.util.Arrays;

/**
 * The volatilities of one expiry, over log-moneyness. A report names the volatility of each point;
 * the first is taken as it is, later ones are where the points move to, each by at most one bounded
 * step in a time. So one wrong report, or many of them, moves margin only so fast, and the next
 * good one turns it round.
 *
 * <p>When reports stay away, the last volatilities are held, and after that the moves of volatility
 * in scenarios widen step by step; after a new report they narrow by steps too.
 *
 * <p>One thread; time is the log's and never goes back; allocates nothing.
 */
public final class VolatilitySmile {
  private static final long NEVER = Long.MIN_VALUE;
  private static final int HEAD = 3;

  private final SmileSettings settings;
  private final double[] points;
  private final double[] volatilities;
  private final double[] reported;
  private long reportedNs;
  private long steppedNs;
  private int widenSteps;

  public VolatilitySmile(SmileSettings settings) {
    this.settings = settings;
    points = settings.logMoneyness().stream().mapToDouble(Double::doubleValue).toArray();
    volatilities = new double[points.length];
    reported = new double[points.length];
    clear();
  }

  /** Forgets all: the smile is empty. */
  void clear() {
    Arrays.fill(volatilities, 0);
    Arrays.fill(reported, 0);
    reportedNs = NEVER;
    steppedNs = NEVER;
    widenSteps = 0;
  }

  /**
   * Takes a report. It has its effect by the calls of {@link #advance} that follow, but for the
   * first, which has it at once.
   *
   * @param timeNs log time of the report.
   * @param perPoint volatility per year of each point, in their order; copied.
   * @throws IllegalArgumentException if there are more or fewer than points.
   */
  public ReportResult report(long timeNs, double[] perPoint) {
    if (perPoint.length != points.length) {
      throw new IllegalArgumentException(perPoint.length + " volatilities");
    }
    if (timeNs < reportedNs) {
      return ReportResult.OLDER;
    }
    for (double volatility : perPoint) {
      if (!(volatility >= settings.volatilityMin() && volatility <= settings.volatilityMax())) {
        return ReportResult.OUT_OF_BOUNDS;
      }
    }
    System.arraycopy(perPoint, 0, reported, 0, points.length);
    if (reportedNs == NEVER) {
      System.arraycopy(perPoint, 0, volatilities, 0, points.length);
      steppedNs = timeNs;
    }
    reportedNs = timeNs;
    return ReportResult.TAKEN;
  }

  /**
   * Lets time go on; called at every tick. Widens as far as the time says at once, moves points and
   * narrows by at most one step.
   *
   * @return whether a volatility or the widening changed, and risk arrays with them.
   */
  public boolean advance(long nowNs) {
    if (reportedNs == NEVER) {
      return false;
    }
    int due = widenStepsDue(nowNs);
    boolean changed = due > widenSteps;
    widenSteps = StrictMath.max(due, widenSteps);
    if (nowNs - steppedNs >= settings.stepNs() && step(due)) {
      steppedNs = nowNs;
      changed = true;
    }
    return changed;
  }

  private boolean step(int widenStepsDue) {
    boolean stepped = widenSteps > widenStepsDue;
    if (stepped) {
      widenSteps--;
    }
    for (int i = 0; i < points.length; i++) {
      double bound = settings.stepMax() * volatilities[i];
      double way = reported[i] - volatilities[i];
      stepped |= way != 0;
      volatilities[i] =
          StrictMath.abs(way) <= bound
              ? reported[i]
              : volatilities[i] + StrictMath.copySign(bound, way);
    }
    return stepped;
  }

  private int widenStepsDue(long nowNs) {
    long late = nowNs - reportedNs - settings.staleNs();
    return late <= 0
        ? 0
        : (int) StrictMath.min(late / settings.widenNs(), settings.widenStepsMax());
  }

  /** How good it is at a time. */
  public SmileStatus status(long nowNs) {
    if (reportedNs == NEVER) {
      return SmileStatus.EMPTY;
    }
    if (widenSteps > 0) {
      return SmileStatus.WIDENED;
    }
    return nowNs - reportedNs > settings.staleNs() ? SmileStatus.HELD : SmileStatus.FRESH;
  }

  /** By how much volatilities in scenarios move further: 0 where the smile is good. */
  public double widening() {
    return StrictMath.min(settings.widenMax(), widenSteps * settings.widenStep());
  }

  /**
   * The volatility per year: linear between points, beyond the outer ones theirs. 0 while empty.
   *
   * @param logMoneyness ln(strike / forward).
   */
  public double volatility(double logMoneyness) {
    int above = 0;
    while (above < points.length && points[above] < logMoneyness) {
      above++;
    }
    if (above == 0) {
      return volatilities[0];
    }
    if (above == points.length) {
      return volatilities[above - 1];
    }
    double share = (logMoneyness - points[above - 1]) / (points[above] - points[above - 1]);
    return volatilities[above - 1] + share * (volatilities[above] - volatilities[above - 1]);
  }

  /**
   * What counts of a volatility that the book implies: itself between bounds round the smile, a
   * bound beyond them, the smile where there is none. So whoever moves the book moves the mark no
   * further than that.
   *
   * @param implied per year; not a number where the book implies none.
   */
  public double counted(double logMoneyness, double implied) {
    double own = volatility(logMoneyness);
    if (Double.isNaN(implied)) {
      return own;
    }
    double bound = settings.bookBound() * own;
    return StrictMath.max(own - bound, StrictMath.min(own + bound, implied));
  }

  /** Length of the state in a snapshot. */
  public int stateLongs() {
    return HEAD + 2 * points.length;
  }

  /** Writes the state for a snapshot: {@link #stateLongs} from {@code at} on. */
  public void save(long[] state, int at) {
    state[at] = reportedNs;
    state[at + 1] = steppedNs;
    state[at + 2] = widenSteps;
    for (int i = 0; i < points.length; i++) {
      state[at + HEAD + 2 * i] = Double.doubleToRawLongBits(volatilities[i]);
      state[at + HEAD + 2 * i + 1] = Double.doubleToRawLongBits(reported[i]);
    }
  }

  /** Takes the state of a snapshot of a smile with the same settings. */
  public void load(long[] state, int at) {
    reportedNs = state[at];
    steppedNs = state[at + 1];
    widenSteps = (int) state[at + 2];
    for (int i = 0; i < points.length; i++) {
      volatilities[i] = Double.longBitsToDouble(state[at + HEAD + 2 * i]);
      reported[i] = Double.longBitsToDouble(state[at + HEAD + 2 * i + 1]);
    }
  }
}
