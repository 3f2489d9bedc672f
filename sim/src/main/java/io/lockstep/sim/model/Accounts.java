package io.lockstep.sim.model;

import io.lockstep.sim.model.margin.AccountMargin;
import java.util.Arrays;

/** The accounts: which are known, the self-trade group of each, and with margin its figures. */
final class Accounts {
  /** The group of an account that belongs to none. */
  static final int NO_GROUP = 0;

  final IndexSet known;
  private final int[] group;
  private final int[] feeTier;
  private final AccountMargin[] margins;

  Accounts(int capacity, boolean withMargin) {
    known = new IndexSet(capacity);
    group = new int[capacity];
    feeTier = new int[capacity];
    margins = new AccountMargin[withMargin ? capacity : 0];
    Arrays.setAll(margins, account -> new AccountMargin());
  }

  /** Whether the number, taken as unsigned, is within the capacity. */
  boolean has(int account) {
    return Integer.compareUnsigned(account, group.length) < 0;
  }

  /** Whether the account is within the capacity and was set. */
  boolean knows(int account) {
    return has(account) && known.contains(account);
  }

  /**
   * Defines an account, or defines it anew.
   *
   * @param tier 0 without margin.
   */
  void set(int account, int selfTradeGroup, int tier) {
    known.add(account);
    group[account] = selfTradeGroup;
    feeTier[account] = tier;
  }

  /** The self-trade group, or {@link #NO_GROUP}. */
  int group(int account) {
    return group[account];
  }

  int feeTier(int account) {
    return feeTier[account];
  }

  /** Its figures, on a card with margin. */
  AccountMargin margin(int account) {
    return margins[account];
  }
}
