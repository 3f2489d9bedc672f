package io.lockstep.sim.fuzz;

import org.agrona.collections.Long2LongHashMap;

/** The portfolios that the generator believes open. */
final class KnownPortfolios {
  /** Positions that a portfolio may have. */
  static final int MOST_POSITIONS = 128;

  private static final int NONE = -1;

  private final int groups;
  private final int[] account;
  private final int[] group;
  private final int[] positions;
  private final long[] addOn;
  private final SlotGroups open;
  private final SlotGroups stale;
  private final SlotGroups byGroup;
  private final int[] staleOfAccount;
  private final Long2LongHashMap slots = new Long2LongHashMap(NONE);

  KnownPortfolios(int slots, int groups, int accounts) {
    this.groups = groups;
    account = new int[slots];
    group = new int[slots];
    positions = new int[slots];
    addOn = new long[slots];
    open = new SlotGroups(1, slots);
    stale = new SlotGroups(1, slots);
    byGroup = new SlotGroups(groups, slots);
    staleOfAccount = new int[accounts];
  }

  // ---- what happens to them

  void open(int slot, int ofAccount, int ofGroup, long withAddOn, boolean older) {
    account[slot] = ofAccount;
    group[slot] = ofGroup;
    positions[slot] = 0;
    addOn[slot] = withAddOn;
    open.put(slot, 0);
    byGroup.put(slot, ofGroup);
    slots.put(key(ofAccount, ofGroup), slot);
    if (older) {
      grow(slot);
    }
  }

  void close(int slot) {
    refresh(slot);
    slots.remove(key(account[slot], group[slot]));
    open.remove(slot);
    byGroup.remove(slot);
  }

  void addPositions(int slot, int more) {
    positions[slot] += more;
  }

  void adjust(int slot, long amount) {
    addOn[slot] += amount;
  }

  /** The group was committed: its portfolios are of the epoch before. */
  void commit(int ofGroup) {
    for (int slot : byGroup.copy(ofGroup)) {
      grow(slot);
    }
  }

  private void grow(int slot) {
    if (!stale.isIn(slot, 0)) {
      stale.put(slot, 0);
      staleOfAccount[account[slot]]++;
    }
  }

  /** A portfolio was re-valued, if it had to be. */
  void refresh(int slot) {
    if (stale.isIn(slot, 0)) {
      stale.remove(slot);
      staleOfAccount[account[slot]]--;
    }
  }

  /** All portfolios of an account were re-valued, if they had to be. */
  void refreshOf(int ofAccount) {
    if (ofAccount < staleOfAccount.length && staleOfAccount[ofAccount] > 0) {
      for (int slot : stale.copy(0)) {
        if (account[slot] == ofAccount) {
          refresh(slot);
        }
      }
    }
  }

  // ---- which there are

  private static long key(int ofAccount, int ofGroup) {
    return (long) ofGroup << Integer.SIZE | Integer.toUnsignedLong(ofAccount);
  }

  /** Slot of an account's portfolio of a group; -1 without one. */
  int slotOf(int ofAccount, int ofGroup) {
    return (int) slots.get(key(ofAccount, ofGroup));
  }

  /** Slot of one of an account's portfolios by chance; -1 without any. */
  int anyOf(int ofAccount, Dice dice) {
    int first = dice.below(groups);
    for (int i = 0; i < groups; i++) {
      int slot = slotOf(ofAccount, (first + i) % groups);
      if (slot != NONE) {
        return slot;
      }
    }
    return NONE;
  }

  boolean isOpen(long slot) {
    return slot >= 0 && slot < account.length && open.isIn((int) slot, 0);
  }

  boolean isStale(int slot) {
    return stale.isIn(slot, 0);
  }

  /** An open portfolio by chance; -1 without any. */
  int any(Dice dice) {
    return open.any(0, dice);
  }

  /** A stale portfolio by chance; -1 without any. */
  int anyStale(Dice dice) {
    return stale.any(0, dice);
  }

  int openCount() {
    return open.size(0);
  }

  int staleCount() {
    return stale.size(0);
  }

  boolean hasStale(int ofGroup) {
    for (int slot : stale.copy(0)) {
      if (group[slot] == ofGroup) {
        return true;
      }
    }
    return false;
  }

  int capacity() {
    return account.length;
  }

  // ---- what they are

  int account(int slot) {
    return account[slot];
  }

  int group(int slot) {
    return group[slot];
  }

  int positions(int slot) {
    return positions[slot];
  }

  long addOn(int slot) {
    return addOn[slot];
  }
}
