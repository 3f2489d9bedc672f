package io.lockstep.host.scenarios;

/**
 * How hard the scenarios hit an underlying now. Made once and set anew; one thread. Each method
 * refuses, by an {@link IllegalArgumentException}, what is negative or not finite.
 */
public final class Stress {
  private double scanRange;
  private double level = Double.NaN;
  private double widening;

  /** The scan range, relative to the price: 0.1 is 10 %. */
  public Stress scanRange(double relative) {
    scanRange = notNegative(relative, "scan range");
    return this;
  }

  /**
   * The price that moves are relative to, where it is not that of the underlying: that of a leg,
   * for a spread.
   */
  public Stress level(double price) {
    level = notNegative(price, "level");
    return this;
  }

  /** Moves are relative to the underlying's price, as they are until {@link #level} is called. */
  public Stress ownLevel() {
    level = Double.NaN;
    return this;
  }

  /** By how much volatilities move further, while theirs are stale: 0.2 is a fifth further. */
  public Stress widening(double relative) {
    widening = notNegative(relative, "widening");
    return this;
  }

  double scanRange() {
    return scanRange;
  }

  /** The level, where the underlying has this price. */
  double levelAt(double underlying) {
    return Double.isNaN(level) ? StrictMath.abs(underlying) : level;
  }

  double widening() {
    return widening;
  }

  private static double notNegative(double value, String name) {
    if (value >= 0 && value < Double.POSITIVE_INFINITY) {
      return value;
    }
    throw new IllegalArgumentException(name + " " + value);
  }
}
