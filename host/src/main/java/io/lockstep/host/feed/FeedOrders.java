package io.lockstep.host.feed;

import io.lockstep.host.engine.BookVisitor;
import io.lockstep.host.slots.FreeSlots;
import io.lockstep.host.slots.LinkedSlots;
import io.lockstep.host.slots.SlotIndex;
import io.lockstep.schema.client.Side;

/**
 * The orders of all public books, as the output stream tells of them; and one walk at a time over
 * the orders of an instrument, between which orders may come and go. Flat arrays; allocates nothing
 * after the constructor. One thread.
 */
final class FeedOrders {
  /** Behind the last order of a walk. */
  static final int END = LinkedSlots.END;

  private final long[] orderIds;
  private final long[] priorities;
  private final long[] prices;
  private final long[] openLots;
  private final int[] instruments;
  private final Side[] sides;
  private final int[] counts;
  private final FreeSlots free;
  private final SlotIndex byOrderId;
  private final LinkedSlots byInstrument;

  /** The order that the walk tells of next. */
  private int next = END;

  /**
   * @param instruments numbered from 0.
   * @param orders most that rest at a time.
   */
  FeedOrders(int instruments, int orders) {
    orderIds = new long[orders];
    priorities = new long[orders];
    prices = new long[orders];
    openLots = new long[orders];
    this.instruments = new int[orders];
    sides = new Side[orders];
    counts = new int[instruments];
    free = new FreeSlots(orders);
    byOrderId = new SlotIndex(orders);
    byInstrument = new LinkedSlots(instruments, orders);
  }

  /** An order rests. As {@link BookVisitor#onOrder}. */
  void add(long orderId, long priority, int instrument, Side side, long price, long lots) {
    int slot = free.take();
    orderIds[slot] = orderId;
    priorities[slot] = priority;
    prices[slot] = price;
    openLots[slot] = lots;
    instruments[slot] = instrument;
    sides[slot] = side;
    counts[instrument]++;
    byOrderId.put(orderId, 0, slot);
    byInstrument.add(instrument, slot);
  }

  /** An order has so many lots left; with none it rests no more. */
  void set(long orderId, long lots) {
    set(slotOf(orderId), lots);
  }

  /** A trade took lots from a resting order. */
  void trade(long orderId, long lots) {
    int slot = slotOf(orderId);
    set(slot, openLots[slot] - lots);
  }

  private void set(int slot, long lots) {
    if (lots < 0) {
      throw new IllegalStateException("order " + orderIds[slot] + " trades more than it has");
    }
    openLots[slot] = lots;
    if (lots == 0) {
      remove(slot);
    }
  }

  private void remove(int slot) {
    if (slot == next) {
      next = byInstrument.next(slot);
    }
    byInstrument.remove(instruments[slot], slot);
    byOrderId.remove(orderIds[slot], 0);
    counts[instruments[slot]]--;
    free.give(slot);
  }

  private int slotOf(long orderId) {
    int slot = byOrderId.get(orderId, 0);
    if (slot == SlotIndex.MISSING) {
      throw new IllegalStateException("the output stream tells of unknown order " + orderId);
    }
    return slot;
  }

  /** Orders in the book of an instrument. */
  int count(int instrument) {
    return counts[instrument];
  }

  // ------------------------------------------------------------------ walk

  /** Begins a walk; orders that come from now on are not met by it. */
  void beginWalk(int instrument) {
    next = byInstrument.first(instrument);
  }

  /** The walk's next order, or {@link #END}. What it is, stands until something changes. */
  int nextOfWalk() {
    int slot = next;
    if (slot != END) {
      next = byInstrument.next(slot);
    }
    return slot;
  }

  long orderId(int slot) {
    return orderIds[slot];
  }

  long priority(int slot) {
    return priorities[slot];
  }

  long price(int slot) {
    return prices[slot];
  }

  long openLots(int slot) {
    return openLots[slot];
  }

  Side side(int slot) {
    return sides[slot];
  }
}
