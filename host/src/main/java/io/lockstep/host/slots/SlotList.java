package io.lockstep.host.slots;

/**
 * A list of slots with two sort keys each. Sorted in place (heap sort), so that nothing is
 * allocated after the constructor; entries with equal keys come in no given order. One thread.
 */
public final class SlotList {
  private final int[] slots;
  private final long[] firsts;
  private final long[] seconds;
  private int size;

  /**
   * @param capacity most entries at a time.
   */
  public SlotList(int capacity) {
    slots = new int[capacity];
    firsts = new long[capacity];
    seconds = new long[capacity];
  }

  /** Forgets all entries. */
  public void clear() {
    size = 0;
  }

  /** Number of entries. */
  public int size() {
    return size;
  }

  /** The slot of an entry, from 0. */
  public int get(int index) {
    return slots[index];
  }

  /** Appends a slot. */
  public void add(int slot, long first, long second) {
    slots[size] = slot;
    firsts[size] = first;
    seconds[size] = second;
    size++;
  }

  /** Puts the entries in rising order of the first key, and of the second where those are equal. */
  public void sort() {
    for (int root = size / 2 - 1; root >= 0; root--) {
      sift(root, size);
    }
    for (int end = size - 1; end > 0; end--) {
      swap(0, end);
      sift(0, end);
    }
  }

  /** Lets the entry at the root sink until no child is greater. */
  private void sift(int from, int end) {
    int root = from;
    for (int child = 2 * root + 1; child < end; child = 2 * root + 1) {
      if (child + 1 < end && isLess(child, child + 1)) {
        child++;
      }
      if (!isLess(root, child)) {
        return;
      }
      swap(root, child);
      root = child;
    }
  }

  private boolean isLess(int a, int b) {
    return firsts[a] != firsts[b] ? firsts[a] < firsts[b] : seconds[a] < seconds[b];
  }

  private void swap(int a, int b) {
    int slot = slots[a];
    slots[a] = slots[b];
    slots[b] = slot;
    long first = firsts[a];
    firsts[a] = firsts[b];
    firsts[b] = first;
    long second = seconds[a];
    seconds[a] = seconds[b];
    seconds[b] = second;
  }
}
