package io.lockstep.host.scenarios;

/**
 * The scan range of an underlying: so many deviations of its realised volatility, which is an
 * exponentially weighted mean of squared log returns (RiskMetrics Technical Document, 1996), but
 * not below its long-run mean, so that margin does not fall as far in quiet times as it would have
 * to rise after (the aim of Regulation (EU) 153/2013, article 28), and by bounded steps.
 *
 * <p>A state machine: prices in, with the time that the log gives them. One thread; allocates
 * nothing.
 */
public final class ScanRange {
  /** Length of the state in a snapshot. */
  public static final int STATE_LONGS = 5;

  private static final double DAY_NS = 24 * 3600 * 1e9;
  private static final double DAYS_OF_YEAR = 365;
  private static final long NEVER = Long.MIN_VALUE;

  private final ScanRangeSettings settings;
  private long sampledNs = NEVER;
  private double price;
  private double variancePerDay;
  private double longVariancePerDay;
  private double range;

  public ScanRange(ScanRangeSettings settings) {
    this.settings = settings;
    variancePerDay = settings.startVolatility() * settings.startVolatility() / DAYS_OF_YEAR;
    longVariancePerDay = variancePerDay;
    range = wanted();
  }

  /**
   * Takes a price, if the last one taken is old enough.
   *
   * @param timeNs log time; not before that of the last call.
   * @param current price of the underlying, more than 0.
   * @return whether the range changed.
   * @throws IllegalArgumentException if the price is not more than 0.
   */
  public boolean update(long timeNs, double current) {
    if (!(current > 0 && current < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("price " + current);
    }
    if (sampledNs == NEVER) {
      sampledNs = timeNs;
      price = current;
      return false;
    }
    if (timeNs - sampledNs < settings.sampleNs()) {
      return false;
    }
    double days = (timeNs - sampledNs) / DAY_NS;
    double change = StrictMath.log(current / price);
    double squarePerDay = change * change / days;
    variancePerDay = mean(variancePerDay, squarePerDay, days / settings.memoryDays());
    longVariancePerDay = mean(longVariancePerDay, squarePerDay, days / settings.floorMemoryDays());
    sampledNs = timeNs;
    price = current;
    double before = range;
    double least = before * (1 - settings.stepDown());
    double most = before * (1 + settings.stepUp());
    range = StrictMath.max(least, StrictMath.min(most, wanted()));
    return range != before;
  }

  private static double mean(double old, double sample, double memories) {
    double kept = StrictMath.exp(-memories);
    return kept * old + (1 - kept) * sample;
  }

  private double wanted() {
    double variance = StrictMath.max(variancePerDay, longVariancePerDay);
    double wanted = settings.deviations() * StrictMath.sqrt(variance * settings.horizonDays());
    return StrictMath.max(settings.rangeMin(), StrictMath.min(settings.rangeMax(), wanted));
  }

  /** The range, relative to the price: 0.1 is 10 %. */
  public double range() {
    return range;
  }

  /** Realised volatility per year. */
  public double volatility() {
    return StrictMath.sqrt(variancePerDay * DAYS_OF_YEAR);
  }

  /** Writes the state for a snapshot: {@link #STATE_LONGS} from {@code at} on. */
  public void save(long[] state, int at) {
    state[at] = sampledNs;
    state[at + 1] = Double.doubleToRawLongBits(price);
    state[at + 2] = Double.doubleToRawLongBits(variancePerDay);
    state[at + 3] = Double.doubleToRawLongBits(longVariancePerDay);
    state[at + 4] = Double.doubleToRawLongBits(range);
  }

  /** Takes the state of a snapshot. */
  public void load(long[] state, int at) {
    sampledNs = state[at];
    price = Double.longBitsToDouble(state[at + 1]);
    variancePerDay = Double.longBitsToDouble(state[at + 2]);
    longVariancePerDay = Double.longBitsToDouble(state[at + 3]);
    range = Double.longBitsToDouble(state[at + 4]);
  }
}
