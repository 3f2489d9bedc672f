package io.lockstep.host.auction;

import io.lockstep.host.slots.SlotList;

/**
 * Orders of one side, ranked by price, then time. A list made once and filled anew each time;
 * ranking n orders takes O(n log n) steps. One thread.
 */
public final class PriceTimeList {
  private final boolean bids;
  private final int[] orders;
  private final int[] limitsTicks;
  private final int[] lots;

  /** Places in the arrays above. */
  private final SlotList ranked;

  /**
   * @param bids the side: the best of bids is the highest, of asks the lowest.
   * @param capacity most orders.
   */
  public PriceTimeList(boolean bids, int capacity) {
    this.bids = bids;
    orders = new int[capacity];
    limitsTicks = new int[capacity];
    lots = new int[capacity];
    ranked = new SlotList(capacity);
  }

  /** Forgets all orders. */
  public void clear() {
    ranked.clear();
  }

  /**
   * Adds an order, not yet ranked.
   *
   * @param order whatever number names it.
   * @param priority the lower goes first at one price; no two are equal.
   * @param openLots at least 1.
   */
  public void add(int order, int limitTicks, long priority, int openLots) {
    int place = ranked.size();
    orders[place] = order;
    limitsTicks[place] = limitTicks;
    lots[place] = openLots;
    ranked.add(place, bids ? -(long) limitTicks : limitTicks, priority);
  }

  /** Ranks the orders. */
  public void rank() {
    ranked.sort();
  }

  /** Number of orders. */
  public int size() {
    return ranked.size();
  }

  /**
   * The order of a rank.
   *
   * @param rank from 0, the best.
   */
  public int order(int rank) {
    return orders[ranked.get(rank)];
  }

  /** Limit of the order of a rank. */
  public int limitTicks(int rank) {
    return limitsTicks[ranked.get(rank)];
  }

  /** What the order of a rank had open when it was added. */
  public int openLots(int rank) {
    return lots[ranked.get(rank)];
  }
}
