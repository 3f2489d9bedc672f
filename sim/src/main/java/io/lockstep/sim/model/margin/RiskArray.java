package io.lockstep.sim.model.margin;

/** What one bank has of an instrument: its mark, and what a lot risks. */
public final class RiskArray {
  /** Scenarios that one command stages. */
  public static final int LANES_OF_PART = 8;

  /** The size add-on. */
  public final SizeCurve size = new SizeCurve();

  private final int[] profit;
  private int mark;
  private long shortMinimum;
  private boolean valued;

  RiskArray(int scenarios) {
    profit = new int[scenarios];
  }

  /**
   * Takes in a part.
   *
   * @param part its lanes are 8 · part and up.
   * @param lanes eight, the profit of one lot in each scenario.
   * @param newMark ticks.
   * @param newShortMinimum SOM, scaled minor units a lot.
   */
  void stage(int part, int[] lanes, int newMark, long newShortMinimum) {
    System.arraycopy(lanes, 0, profit, part * LANES_OF_PART, LANES_OF_PART);
    mark = newMark;
    shortMinimum = newShortMinimum;
  }

  /** It was committed, or what it holds counts no more. */
  void setValued(boolean isValued) {
    valued = isValued;
  }

  /** Whether it was committed since the instrument was set. */
  public boolean isValued() {
    return valued;
  }

  /** Ticks. */
  public int mark() {
    return mark;
  }

  /** SOM: the short-option minimum of a lot. */
  long shortMinimum() {
    return shortMinimum;
  }

  /** ra[s]: the profit of one lot in a scenario, against the mark. */
  long profit(int scenario) {
    return profit[scenario];
  }

  /** The checksum of the audit. */
  long checksum() {
    long sum = Checksum.with(0, shortMinimum, 1);
    for (int scenario = 0; scenario < profit.length; scenario++) {
      sum = Checksum.with(sum, profit[scenario], 2 * scenario);
    }
    return size.addTo(sum);
  }
}
