package io.lockstep.bench.cycles;

/**
 * What stale portfolios add to the time that their account's order is at the gate.
 *
 * @param portfolios that are of the epoch before.
 * @param positions of them all.
 * @param least cycles beyond those at the current epoch.
 * @param most the same.
 */
public record StaleRow(int portfolios, int positions, long least, long most) {
  private static final int CYCLES_A_PORTFOLIO = 4;

  /** Cycles that it is to take at most: one a position, and four a portfolio. */
  public int goal() {
    return positions + CYCLES_A_PORTFOLIO * portfolios;
  }
}
