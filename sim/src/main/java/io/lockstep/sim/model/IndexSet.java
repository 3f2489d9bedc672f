package io.lockstep.sim.model;

/**
 * A set of numbers from 0 to a size, as a bitmap with a second one above it that tells which words
 * of the first are not empty: the next and the previous member are found in a few steps.
 */
final class IndexSet {
  /** No member. */
  static final int NONE = -1;

  private static final int SHIFT = 6;

  private final long[] words;
  private final long[] occupied;

  IndexSet(int size) {
    words = new long[wordsFor(size)];
    occupied = new long[wordsFor(words.length)];
  }

  private static int wordsFor(int bits) {
    return (bits + Long.SIZE - 1) >> SHIFT;
  }

  boolean contains(int index) {
    return (words[index >> SHIFT] & 1L << index) != 0;
  }

  void add(int index) {
    int word = index >> SHIFT;
    words[word] |= 1L << index;
    occupied[word >> SHIFT] |= 1L << word;
  }

  void remove(int index) {
    int word = index >> SHIFT;
    words[word] &= ~(1L << index);
    if (words[word] == 0) {
      occupied[word >> SHIFT] &= ~(1L << word);
    }
  }

  /** The smallest member from {@code from} on, which may be the size; {@link #NONE} without one. */
  int next(int from) {
    int word = from >> SHIFT;
    if (word >= words.length) {
      return NONE;
    }
    long here = words[word] & -1L << from;
    if (here == 0) {
      word = nextIn(occupied, word + 1);
      if (word == NONE) {
        return NONE;
      }
      here = words[word];
    }
    return (word << SHIFT) + Long.numberOfTrailingZeros(here);
  }

  /** The largest member up to {@code from}, which may be −1; {@link #NONE} without one. */
  int previous(int from) {
    if (from < 0) {
      return NONE;
    }
    int word = from >> SHIFT;
    long here = words[word] & -1L >>> ~from;
    if (here == 0) {
      word = previousIn(occupied, word - 1);
      if (word == NONE) {
        return NONE;
      }
      here = words[word];
    }
    return (word << SHIFT) + Long.SIZE - 1 - Long.numberOfLeadingZeros(here);
  }

  private static int nextIn(long[] bits, int from) {
    int word = from >> SHIFT;
    if (word >= bits.length) {
      return NONE;
    }
    long here = bits[word] & -1L << from;
    while (here == 0) {
      if (++word == bits.length) {
        return NONE;
      }
      here = bits[word];
    }
    return (word << SHIFT) + Long.numberOfTrailingZeros(here);
  }

  private static int previousIn(long[] bits, int from) {
    if (from < 0) {
      return NONE;
    }
    int word = from >> SHIFT;
    long here = bits[word] & -1L >>> ~from;
    while (here == 0) {
      if (--word < 0) {
        return NONE;
      }
      here = bits[word];
    }
    return (word << SHIFT) + Long.SIZE - 1 - Long.numberOfLeadingZeros(here);
  }
}
