package io.lockstep.host.engine;

import io.lockstep.host.slots.SlotIndex;

/**
 * Which position slot of the card belongs to which account and instrument. A slot is given when a
 * log message first needs it. Flat arrays, no allocation; read and written by stage A.
 */
final class Positions {
  /** The account has no position in the instrument yet. */
  static final int MISSING = SlotIndex.MISSING;

  private final SlotIndex slots;
  private final int capacity;
  private int given;

  /**
   * @param capacity of the card.
   */
  Positions(int capacity) {
    this.capacity = capacity;
    slots = new SlotIndex(capacity);
  }

  int slotOf(int account, int instrument) {
    return slots.get(account, instrument);
  }

  boolean isFull() {
    return given == capacity;
  }

  /** Gives the next slot. */
  int give(int account, int instrument) {
    Invariant.check(!isFull(), "a position slot is left");
    slots.put(account, instrument, given);
    return given++;
  }
}
