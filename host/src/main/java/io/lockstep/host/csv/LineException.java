package io.lockstep.host.csv;

/** What is wrong with a line, and where. */
public final class LineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param line number of the line, from 1.
   * @param column name of the column.
   * @param place number of the column, from 1.
   */
  LineException(long line, int place, String column, String wrong) {
    super("line " + line + ", column " + place + " (" + column + "): " + wrong);
  }
}
