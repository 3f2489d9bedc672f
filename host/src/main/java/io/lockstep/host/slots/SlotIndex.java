package io.lockstep.host.slots;

import java.util.Arrays;

/**
 * A map from a key of two words to a slot: open addressing with linear probing in flat arrays.
 * Fixed capacity, no allocation. One thread.
 */
public final class SlotIndex {
  /** No such key. */
  public static final int MISSING = -1;

  private final int mask;
  private final long[] firsts;
  private final long[] seconds;
  private final int[] slots;

  /**
   * @param capacity most entries at a time.
   */
  public SlotIndex(int capacity) {
    int size = Integer.highestOneBit(Math.max(4, capacity) - 1) << 2; // at most half full
    mask = size - 1;
    firsts = new long[size];
    seconds = new long[size];
    slots = new int[size];
    Arrays.fill(slots, MISSING);
  }

  /** The slot of a key, or {@link #MISSING}. */
  public int get(long first, long second) {
    return slots[find(first, second)];
  }

  /** Keeps a slot under a key, instead of the one that was there. */
  public void put(long first, long second, int slot) {
    int at = find(first, second);
    firsts[at] = first;
    seconds[at] = second;
    slots[at] = slot;
  }

  /** Takes the key out and closes the gap, so that probing never meets a tombstone. */
  public void remove(long first, long second) {
    int gap = find(first, second);
    if (slots[gap] == MISSING) {
      return;
    }
    for (int at = gap + 1 & mask; slots[at] != MISSING; at = at + 1 & mask) {
      int home = home(firsts[at], seconds[at]);
      if ((at - home & mask) >= (at - gap & mask)) {
        firsts[gap] = firsts[at];
        seconds[gap] = seconds[at];
        slots[gap] = slots[at];
        gap = at;
      }
    }
    slots[gap] = MISSING;
  }

  /** The place of the key, or the free place where it belongs. */
  private int find(long first, long second) {
    int at = home(first, second);
    while (slots[at] != MISSING && (firsts[at] != first || seconds[at] != second)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private int home(long first, long second) {
    long mixed = (first * 0x9E3779B97F4A7C15L ^ second) * 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> 32) & mask;
  }
}
