package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;

/**
 * The orders that rest or may come to rest, by their slot in the card's pool, with the free list. A
 * slot is taken by stage A and freed by stage B, once the command that ended its order is settled.
 * Flat arrays; one thread.
 */
final class OrderTable {
  /** No slot: an order that cannot rest, or an order not known here. */
  static final int NO_SLOT = -1;

  private final long[] orderIds;
  private final long[] clientOrderIds;
  private final int[] sessions;
  private final int[] accounts;
  private final int[] instruments;
  private final int[] pricesTicks;
  private final int[] totalsLots;
  private final int[] filledLots;
  private final byte[] sides;
  private final int[] free;
  private int freeCount;
  private final OrderIndex byOrderId;
  private final OrderIndex byClientOrderId;

  OrderTable(CardDescription card) {
    int slots = card.orderSlots();
    orderIds = new long[slots];
    clientOrderIds = new long[slots];
    sessions = new int[slots];
    accounts = new int[slots];
    instruments = new int[slots];
    pricesTicks = new int[slots];
    totalsLots = new int[slots];
    filledLots = new int[slots];
    sides = new byte[slots];
    free = new int[slots];
    for (int i = 0; i < slots; i++) {
      free[i] = slots - 1 - i; // the lowest slot is taken first
    }
    freeCount = slots;
    byOrderId = new OrderIndex(slots);
    byClientOrderId = new OrderIndex(slots);
  }

  /** Slots not in use. */
  int freeSlots() {
    return freeCount;
  }

  /** Takes a slot for the order of a request. */
  int open(Request order) {
    Invariant.check(freeCount > 0, "a slot is free for every command in flight");
    int slot = free[--freeCount];
    orderIds[slot] = order.logSequence;
    clientOrderIds[slot] = order.clientOrderId;
    sessions[slot] = order.session;
    accounts[slot] = order.account;
    instruments[slot] = order.instrument.id();
    pricesTicks[slot] = order.priceTicks;
    totalsLots[slot] = order.quantityLots;
    filledLots[slot] = 0;
    sides[slot] = order.side;
    byOrderId.put(order.logSequence, 0, slot);
    byClientOrderId.put(order.clientOrderId, order.session, slot);
    return slot;
  }

  /** Gives a slot back. */
  void close(int slot) {
    Invariant.check(orderIds[slot] != 0, "the slot that is freed was in use");
    byOrderId.remove(orderIds[slot], 0);
    byClientOrderId.remove(clientOrderIds[slot], sessions[slot]);
    orderIds[slot] = 0;
    free[freeCount++] = slot;
  }

  /** Slot of an order, or {@link #NO_SLOT}. */
  int slotOf(long orderId) {
    return byOrderId.get(orderId, 0);
  }

  /** Slot of an order by the client's own id, or {@link #NO_SLOT}. */
  int slotOf(long clientOrderId, int session) {
    return byClientOrderId.get(clientOrderId, session);
  }

  /** Counts a fill; answers what is still open. */
  int fill(int slot, int lots) {
    filledLots[slot] += lots;
    int open = totalsLots[slot] - filledLots[slot];
    Invariant.check(open >= 0, "no order is filled beyond its total");
    return open;
  }

  long orderId(int slot) {
    return orderIds[slot];
  }

  long clientOrderId(int slot) {
    return clientOrderIds[slot];
  }

  int session(int slot) {
    return sessions[slot];
  }

  int account(int slot) {
    return accounts[slot];
  }

  int instrument(int slot) {
    return instruments[slot];
  }

  int priceTicks(int slot) {
    return pricesTicks[slot];
  }

  int openLots(int slot) {
    return totalsLots[slot] - filledLots[slot];
  }

  byte side(int slot) {
    return sides[slot];
  }
}
