package io.lockstep.sim.fuzz;

import java.util.Arrays;

/**
 * The orders that the generator believes live, and the slots that it believes free. A dense list
 * gives a random one; a linked list for each instrument gives the oldest there.
 */
final class KnownOrders {
  private static final int NONE = -1;

  private final long[] id;
  private final int[] account;
  private final int[] instrument;
  private final long[] open;
  private final int[] next;
  private final int[] previous;
  private final int[] placeInLive;
  private final int[] live;
  private final int[] free;
  private final boolean[] isListedFree;
  private final int[] first;
  private final int[] last;
  private final int[] count;
  private int liveCount;
  private int freeCount;
  private long finishedId;
  private int finishedSlot;
  private int finishedAccount;

  KnownOrders(int slots, int instruments) {
    id = new long[slots];
    account = new int[slots];
    instrument = new int[slots];
    open = new long[slots];
    next = new int[slots];
    previous = new int[slots];
    placeInLive = new int[slots];
    live = new int[slots];
    free = new int[slots];
    isListedFree = new boolean[slots];
    first = filled(instruments);
    last = filled(instruments);
    count = new int[instruments];
    freeCount = slots;
    for (int i = 0; i < slots; i++) {
      free[i] = slots - 1 - i;
      isListedFree[i] = true;
      placeInLive[i] = NONE;
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  int liveCount() {
    return liveCount;
  }

  int liveCount(int ofInstrument) {
    return count[ofInstrument];
  }

  boolean isLive(int slot) {
    return Integer.compareUnsigned(slot, id.length) < 0 && placeInLive[slot] != NONE;
  }

  /**
   * Takes a slot for an order to be sent, chosen by chance among those given back last. A slot in
   * the list may be live all the same, where an order that was to find it occupied came too late;
   * it is dropped here.
   */
  int takeFreeSlot(Dice dice) {
    while (freeCount > 0) {
      int at = freeCount - 1 - dice.below(Math.min(freeCount, 16));
      int slot = free[at];
      free[at] = free[--freeCount];
      isListedFree[slot] = false;
      if (!isLive(slot)) {
        return slot;
      }
    }
    throw new IllegalStateException("more orders in flight than the card has spare slots");
  }

  /** A slot that is probably free, for an order that is to be refused for another reason. */
  int anyFreeSlot(Dice dice) {
    return freeCount == 0 ? 0 : free[dice.below(freeCount)];
  }

  /** The order that took the slot does not rest. */
  void giveBack(int slot) {
    if (!isListedFree[slot]) {
      isListedFree[slot] = true;
      free[freeCount++] = slot;
    }
  }

  /** An order rests now. */
  void enter(int slot, long orderId, int ofAccount, int ofInstrument, long openLots) {
    id[slot] = orderId;
    account[slot] = ofAccount;
    instrument[slot] = ofInstrument;
    open[slot] = openLots;
    placeInLive[slot] = liveCount;
    live[liveCount++] = slot;
    previous[slot] = last[ofInstrument];
    next[slot] = NONE;
    if (last[ofInstrument] == NONE) {
      first[ofInstrument] = slot;
    } else {
      next[last[ofInstrument]] = slot;
    }
    last[ofInstrument] = slot;
    count[ofInstrument]++;
  }

  /** A resting order was filled by some lots; it ends with the last of them. */
  void fill(int slot, long lots) {
    if (isLive(slot)) {
      open[slot] -= lots;
      if (open[slot] <= 0) {
        end(slot);
      }
    }
  }

  /** An order no longer rests, and its slot is free. Does nothing with one that is not known. */
  void end(int slot) {
    if (!isLive(slot)) {
      return;
    }
    finishedId = id[slot];
    finishedSlot = slot;
    finishedAccount = account[slot];
    int moved = live[--liveCount];
    live[placeInLive[slot]] = moved;
    placeInLive[moved] = placeInLive[slot];
    placeInLive[slot] = NONE;
    int of = instrument[slot];
    int before = previous[slot];
    int after = next[slot];
    if (before == NONE) {
      first[of] = after;
    } else {
      next[before] = after;
    }
    if (after == NONE) {
      last[of] = before;
    } else {
      previous[after] = before;
    }
    count[of]--;
    giveBack(slot);
  }

  /** Slot of a live order by chance; -1 without any. */
  int anyLive(Dice dice) {
    return liveCount == 0 ? NONE : live[dice.below(liveCount)];
  }

  /** Slot of the order that rests longest in an instrument; -1 without any. */
  int oldest(int ofInstrument) {
    return first[ofInstrument];
  }

  /** Slot of the order that came next in the same instrument; -1 after the last. */
  int younger(int slot) {
    return next[slot];
  }

  long id(int slot) {
    return id[slot];
  }

  int account(int slot) {
    return account[slot];
  }

  int instrument(int slot) {
    return instrument[slot];
  }

  /** Id of the order that ended last, 0 before the first. */
  long finishedId() {
    return finishedId;
  }

  int finishedSlot() {
    return finishedSlot;
  }

  int finishedAccount() {
    return finishedAccount;
  }
}
