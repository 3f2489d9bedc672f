package io.lockstep.sim.model;

/** The accounts: which are known, and the self-trade group of each. */
final class Accounts {
  /** The group of an account that belongs to none. */
  static final int NO_GROUP = 0;

  final IndexSet known;
  private final int[] group;

  Accounts(int capacity) {
    known = new IndexSet(capacity);
    group = new int[capacity];
  }

  /** Whether the number, taken as unsigned, is within the capacity. */
  boolean has(int account) {
    return Integer.compareUnsigned(account, group.length) < 0;
  }

  /** Whether the account is within the capacity and was set. */
  boolean knows(int account) {
    return has(account) && known.contains(account);
  }

  void set(int account, int selfTradeGroup) {
    known.add(account);
    group[account] = selfTradeGroup;
  }

  /** The self-trade group, or {@link #NO_GROUP}. */
  int group(int account) {
    return group[account];
  }
}
