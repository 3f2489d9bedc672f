package io.lockstep.host.slots;

/**
 * The slots of the card's order pool that are free; the one freed last is given first, at the
 * beginning the lowest. One thread.
 */
public final class FreeSlots {
  private final int[] free;
  private int count;

  /**
   * @param slots of the pool, all of them free.
   */
  public FreeSlots(int slots) {
    free = new int[slots];
    for (int i = 0; i < slots; i++) {
      free[i] = slots - 1 - i;
    }
    count = slots;
  }

  /**
   * Takes one.
   *
   * @throws IllegalStateException if none is free.
   */
  public int take() {
    if (count == 0) {
      throw new IllegalStateException("more orders rest than the card has slots for");
    }
    return free[--count];
  }

  /** Those that are free. */
  public int count() {
    return count;
  }

  /** Gives one back. */
  public void give(int slot) {
    free[count++] = slot;
  }
}
