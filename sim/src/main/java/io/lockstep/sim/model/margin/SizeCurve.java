package io.lockstep.sim.model.margin;

/** The size add-on of an instrument: piecewise linear in lots, 0 without any. */
public final class SizeCurve {
  /** Lots at which the slope changes. */
  public static final int BOUNDS = 3;

  private static final int FIRST_SLOPE_BITS = 3;
  private static final int FIRST_BOUND_BITS = 33;
  private static final int BITS_BETWEEN = 2;

  private final long[] bounds = new long[BOUNDS];
  private final long[] slopes = new long[BOUNDS + 1];

  /**
   * Sets a part of the curve.
   *
   * @param part 0 to 2.
   * @param bound lots up to which the slope holds.
   * @param slope scaled minor units a lot.
   */
  public void set(int part, long bound, long slope) {
    bounds[part] = bound;
    slopes[part] = slope;
  }

  /** Sets the slope beyond the last bound. */
  public void setLast(long slope) {
    slopes[BOUNDS] = slope;
  }

  /** size(lots), in scaled minor units. */
  long of(long lots) {
    long size = 0;
    long counted = 0;
    for (int part = 0; part < BOUNDS && lots > counted; part++) {
      long end = Math.min(lots, bounds[part]);
      size += slopes[part] * (end - counted);
      counted = end;
    }
    return size + slopes[BOUNDS] * (lots - counted);
  }

  long addTo(long checksum) {
    long sum = checksum;
    for (int part = 0; part <= BOUNDS; part++) {
      sum = Checksum.with(sum, slopes[part], FIRST_SLOPE_BITS + BITS_BETWEEN * part);
    }
    for (int part = 0; part < BOUNDS; part++) {
      sum = Checksum.with(sum, bounds[part], FIRST_BOUND_BITS + BITS_BETWEEN * part);
    }
    return sum;
  }
}
