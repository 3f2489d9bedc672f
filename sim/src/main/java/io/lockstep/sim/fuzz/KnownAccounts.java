package io.lockstep.sim.fuzz;

/** The accounts that the generator believes set, with their self-trade groups. */
final class KnownAccounts {
  private final int[] group;
  private final int[] feeTier;
  private final SlotGroups known;

  KnownAccounts(int accounts) {
    group = new int[accounts];
    feeTier = new int[accounts];
    known = new SlotGroups(1, accounts);
  }

  void learn(int account, int selfTradeGroup, int tier) {
    group[account] = selfTradeGroup;
    feeTier[account] = tier;
    if (!known.isIn(account, 0)) {
      known.put(account, 0);
    }
  }

  boolean isKnown(int account) {
    return Integer.compareUnsigned(account, group.length) < 0 && known.isIn(account, 0);
  }

  /** A known account by chance; -1 without any. */
  int any(Dice dice) {
    return known.any(0, dice);
  }

  int group(int account) {
    return group[account];
  }

  /** Of what it enters from now on; anything without margin. */
  int feeTier(int account) {
    return feeTier[account];
  }

  int capacity() {
    return group.length;
  }
}
