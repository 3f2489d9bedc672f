package io.lockstep.sim.model;

import static io.lockstep.sim.model.OrderPool.NONE;

/** One price on one side: its orders in priority, first come first served, and their open lots. */
final class Level {
  private int first = NONE;
  private int last = NONE;
  private long openLots;

  boolean isEmpty() {
    return first == NONE;
  }

  /** Slot of the order that has been here longest, or {@link OrderPool#NONE}. */
  int first() {
    return first;
  }

  long openLots() {
    return openLots;
  }

  /** Puts an order behind those that are here. */
  void append(OrderPool pool, int slot) {
    pool.previous[slot] = last;
    pool.next[slot] = NONE;
    if (last == NONE) {
      first = slot;
    } else {
      pool.next[last] = slot;
    }
    last = slot;
    openLots += pool.open(slot);
  }

  /** Takes an order out, wherever it stands. */
  void remove(OrderPool pool, int slot) {
    int before = pool.previous[slot];
    int after = pool.next[slot];
    if (before == NONE) {
      first = after;
    } else {
      pool.next[before] = after;
    }
    if (after == NONE) {
      last = before;
    } else {
      pool.previous[after] = before;
    }
    openLots -= pool.open(slot);
  }

  /** Fills lots of one of the orders here. */
  void fill(OrderPool pool, int slot, int lots) {
    pool.fill(slot, lots);
    openLots -= lots;
  }
}
