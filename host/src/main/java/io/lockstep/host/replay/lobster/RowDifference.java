package io.lockstep.host.replay.lobster;

import java.util.List;

/**
 * Consecutive rows in which the card's book differs from the recorded one in the same way.
 *
 * @param first message index of the first row, from 0.
 * @param last message index of the last row.
 * @param levels that differ: what the card has, what the row has.
 * @param causes why, by what happened at these levels since they were last loaded.
 */
public record RowDifference(int first, int last, List<String> levels, List<String> causes) {
  /** Rows it lasts. */
  public int rows() {
    return last - first + 1;
  }

  /** The same, one row longer. */
  RowDifference longer() {
    return new RowDifference(first, last + 1, levels, causes);
  }
}
