package io.lockstep.host.margin;

import io.lockstep.host.pricing.Valuation;

/**
 * The Greeks of positions, summed, in scaled minor units, at the marks and volatilities of the log.
 * One thread; allocates nothing.
 */
public final class GreekSums {
  private static final double MILLION = 1e6;
  private static final double PERCENT = 0.01;

  private final PositionGreeks greeks;
  private double delta;
  private double gamma;
  private double vega;
  private double theta;
  private double rho;

  public GreekSums(ContractMarkets markets) {
    greeks = new PositionGreeks(markets);
  }

  /** Forgets all positions. */
  public void clear() {
    delta = 0;
    gamma = 0;
    vega = 0;
    theta = 0;
    rho = 0;
  }

  /**
   * Adds a position.
   *
   * @param nowNs time of the log.
   */
  public void add(int instrument, long lots, long nowNs) {
    Valuation valuation = greeks.of(instrument, lots, nowNs);
    delta += valuation.delta();
    gamma += valuation.gamma();
    vega += valuation.vega();
    theta += valuation.thetaPerDay();
    rho += valuation.rho();
  }

  /** For one price unit of what each contract is marked by. */
  public long delta() {
    return StrictMath.round(delta);
  }

  /** Change of delta for one price unit, in millionths. */
  public long gammaMillionths() {
    return StrictMath.round(gamma * MILLION);
  }

  /** For 1 % of volatility. */
  public long vega() {
    return StrictMath.round(vega * PERCENT);
  }

  /** For a day. */
  public long theta() {
    return StrictMath.round(theta);
  }

  /** For 1 % of interest. */
  public long rho() {
    return StrictMath.round(rho * PERCENT);
  }
}
