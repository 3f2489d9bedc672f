package io.lockstep.sim.model;

import io.lockstep.sim.model.margin.Portfolio;
import java.util.Arrays;

/** The portfolio slots; there are none without margin. */
final class Portfolios {
  final IndexSet open;
  private final Portfolio[] all;

  Portfolios(int capacity, int scenarios) {
    open = new IndexSet(capacity);
    all = new Portfolio[capacity];
    Arrays.setAll(all, slot -> new Portfolio(slot, scenarios));
  }

  /** Whether the slot, taken as unsigned, is within the capacity. */
  boolean has(int slot) {
    return Integer.compareUnsigned(slot, all.length) < 0;
  }

  /** Whether the slot is open, and of this account. */
  boolean isOf(int slot, int account) {
    return has(slot) && open.contains(slot) && all[slot].accountNumber() == account;
  }

  /** Whether the slot is open, and of this account and risk group. */
  boolean isOf(int slot, int account, int group) {
    return isOf(slot, account) && all[slot].groupNumber() == group;
  }

  /** The portfolio in a slot within the capacity, open or not. */
  Portfolio get(int slot) {
    return all[slot];
  }
}
