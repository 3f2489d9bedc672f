package io.lockstep.host.scenarios;

/**
 * The add-on of a portfolio for what scenarios do not see, since they move all expiries' prices
 * alike, and the volatilities of all strikes and expiries in one direction:
 *
 * <ul>
 *   <li>basis: of the deltas of long and of short expiries, the smaller sum, times the basis rate
 *   <li>calendar: of their vegas, likewise, times the calendar rate
 *   <li>skew: in each expiry the loss when its smile tilts by the tilt rate, to the worse side
 * </ul>
 *
 * <p>So nothing is charged to a single future, option or expiry at the money. Made once; begin, add
 * each position, then ask. The sums are of doubles: equal positions give equal bits if they are
 * added in equal order, say that of slots. One thread; allocates nothing.
 */
public final class Contingencies {
  /** The expiry of what has none: perpetuals, and assets held as collateral. */
  public static final long NO_EXPIRY = Long.MAX_VALUE;

  /** The largest add-on that a card takes. */
  public static final long ADD_ON_MAX = (1L << 54) - 1;

  private final ContingencyRates rates;
  private final long[] expiriesNs;
  private final double[] deltas;
  private final double[] vegas;
  private final double[] tilts;
  private int size;

  /**
   * @param expiriesMax most expiries of a portfolio.
   */
  public Contingencies(ContingencyRates rates, int expiriesMax) {
    this.rates = rates;
    expiriesNs = new long[expiriesMax];
    deltas = new double[expiriesMax];
    vegas = new double[expiriesMax];
    tilts = new double[expiriesMax];
  }

  /** Begins a portfolio. */
  public void begin() {
    size = 0;
  }

  /**
   * Adds a position.
   *
   * @param expiryNs of the instrument, or {@link #NO_EXPIRY}.
   * @param logMoneyness ln(strike / forward) of an option; else 0.
   * @param delta scaled minor units that all its lots gain when the underlying's price doubles, by
   *     the slope: lots · delta · price of the underlying, in money.
   * @param vega scaled minor units that they gain for 1.00 of volatility.
   * @throws IllegalStateException if there are more expiries than there may be.
   * @throws IllegalArgumentException if a number is not finite.
   */
  public void add(long expiryNs, double logMoneyness, double delta, double vega) {
    double tilt = vega * logMoneyness;
    if (!Double.isFinite(delta + vega + tilt)) {
      throw new IllegalArgumentException(
          "delta " + delta + ", vega " + vega + ", log-moneyness " + logMoneyness);
    }
    int at = place(expiryNs);
    deltas[at] += delta;
    vegas[at] += vega;
    tilts[at] += tilt;
  }

  private int place(long expiryNs) {
    for (int i = 0; i < size; i++) {
      if (expiriesNs[i] == expiryNs) {
        return i;
      }
    }
    if (size == expiriesNs.length) {
      throw new IllegalStateException("more than " + size + " expiries");
    }
    expiriesNs[size] = expiryNs;
    deltas[size] = 0;
    vegas[size] = 0;
    tilts[size] = 0;
    return size++;
  }

  /** The add-on in scaled minor units, rounded up, at most {@link #ADD_ON_MAX}. */
  public long addOn() {
    double skew = 0;
    for (int i = 0; i < size; i++) {
      skew += StrictMath.abs(tilts[i]);
    }
    double charge =
        rates.basis() * offset(deltas) + rates.calendar() * offset(vegas) + rates.tilt() * skew;
    return StrictMath.min(ADD_ON_MAX, (long) StrictMath.ceil(charge));
  }

  /** What offsets itself between expiries: the smaller of the sums of gainers and of losers. */
  private double offset(double[] perExpiry) {
    double gains = 0;
    double losses = 0;
    for (int i = 0; i < size; i++) {
      gains += StrictMath.max(0, perExpiry[i]);
      losses += StrictMath.max(0, -perExpiry[i]);
    }
    return StrictMath.min(gains, losses);
  }
}
