package io.lockstep.bench.kernel;

import java.util.Arrays;

/**
 * What a kernel answered: trades and ended lots, each with its command. Room for all is taken
 * beforehand, so that to write costs each kernel the same and allocates nothing.
 */
final class OutputLog {
  private static final int WORDS = 3;
  private static final int TRADE = 0;
  private static final int ENDED = 1;

  private final long[] words;
  private int used;

  /**
   * @param outputs most that there may be.
   */
  OutputLog(int outputs) {
    words = new long[Math.multiplyExact(outputs, WORDS)];
  }

  /** Forgets all. */
  void clear() {
    used = 0;
  }

  /** The order of a command met a maker. */
  void trade(int command, long makerId, long price, long lots) {
    write(command, TRADE, makerId, price << 32 | lots);
  }

  /** A command ended an order, or the rest of its own, with these lots open. */
  void ended(int command, long lots) {
    write(command, ENDED, 0, lots);
  }

  private void write(int command, int kind, long makerId, long rest) {
    words[used] = (long) command << 1 | kind;
    words[used + 1] = makerId;
    words[used + 2] = rest;
    used += WORDS;
  }

  /** Outputs so far. */
  int size() {
    return used / WORDS;
  }

  /** Outputs that are trades. */
  int trades() {
    int trades = 0;
    for (int i = 0; i < used; i += WORDS) {
      trades += (words[i] & 1) == TRADE ? 1 : 0;
    }
    return trades;
  }

  /** A copy with room for no more. */
  OutputLog copy() {
    OutputLog copy = new OutputLog(size());
    System.arraycopy(words, 0, copy.words, 0, used);
    copy.used = used;
    return copy;
  }

  /**
   * Compares with another log, output by output.
   *
   * @throws IllegalStateException with the first difference.
   */
  void requireEqual(String name, OutputLog other, String otherName) {
    int at = Arrays.mismatch(words, 0, used, other.words, 0, other.used);
    if (at >= 0) {
      int output = at / WORDS;
      throw new IllegalStateException(
          String.format(
              "output %d: %s has %s, %s has %s",
              output, name, text(output), otherName, other.text(output)));
    }
  }

  private String text(int output) {
    int at = output * WORDS;
    if (at >= used) {
      return "none";
    }
    long command = words[at] >> 1;
    return (words[at] & 1) == TRADE
        ? String.format(
            "command %d: trade with %d at %d, %d lots",
            command, words[at + 1], words[at + 2] >> 32, (int) words[at + 2])
        : String.format("command %d: %d lots ended", command, words[at + 2]);
  }
}
