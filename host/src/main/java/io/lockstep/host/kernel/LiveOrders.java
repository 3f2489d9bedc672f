package io.lockstep.host.kernel;

import io.lockstep.host.slots.FreeSlots;
import org.agrona.collections.Long2LongHashMap;

/** The live orders by their ids, and the slot of the card's pool that each was given. */
final class LiveOrders {
  /** No such order. */
  static final int NONE = -1;

  private final FreeSlots free;
  private final Long2LongHashMap slotOfId = new Long2LongHashMap(NONE);
  private final long[] id;
  private final long[] account;
  private final int[] instrument;
  private final long[] total;
  private final long[] filled;
  private int count;

  /**
   * @param slots of the card's pool.
   */
  LiveOrders(int slots) {
    free = new FreeSlots(slots);
    id = new long[slots];
    account = new long[slots];
    instrument = new int[slots];
    total = new long[slots];
    filled = new long[slots];
  }

  /** Slot of a live order, or {@link #NONE}. */
  int slot(long orderId) {
    return (int) slotOfId.get(orderId);
  }

  /** Gives an order a slot; {@link #NONE} if there is none free. */
  int enter(long orderId, long ofAccount, int ofInstrument, long quantity) {
    if (count == id.length) {
      return NONE;
    }
    int slot = free.take();
    count++;
    id[slot] = orderId;
    account[slot] = ofAccount;
    instrument[slot] = ofInstrument;
    total[slot] = quantity;
    filled[slot] = 0;
    slotOfId.put(orderId, slot);
    return slot;
  }

  long account(int slot) {
    return account[slot];
  }

  int instrument(int slot) {
    return instrument[slot];
  }

  /** The order has another total. */
  void replace(int slot, long quantity) {
    total[slot] = quantity;
  }

  /** The order traded, and ends when nothing is left. */
  void fill(int slot, long quantity) {
    filled[slot] += quantity;
    if (filled[slot] == total[slot]) {
      end(slot);
    }
  }

  /** The order ended. */
  void end(int slot) {
    slotOfId.remove(id[slot]);
    free.give(slot);
    count--;
  }
}
