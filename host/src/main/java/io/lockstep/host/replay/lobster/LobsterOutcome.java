package io.lockstep.host.replay.lobster;

import java.util.List;

/**
 * How a replay ended.
 *
 * @param rows of the book file, all compared; the first one is the seed.
 * @param rowsWithLoads rows at which a level came back and was loaded.
 * @param differences of all rows that differ, in order.
 * @param seeded levels of the first row.
 * @param commands sent to the card.
 * @param audits of the card, all as its events had told.
 * @param elapsedNanos wall time.
 * @param cycles of the card's clock; 0 where the card has none.
 */
public record LobsterOutcome(
    int rows,
    int rowsWithLoads,
    List<RowDifference> differences,
    int seeded,
    long commands,
    int audits,
    long elapsedNanos,
    long cycles) {
  /** Rows that differ. */
  public int rowsThatDiffer() {
    return differences.stream().mapToInt(RowDifference::rows).sum();
  }
}
