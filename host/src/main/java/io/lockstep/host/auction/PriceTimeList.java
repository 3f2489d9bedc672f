package io.lockstep.host.auction;

/**
 * Orders of one side, ranked by price, then time. A list made once and filled anew each time;
 * ranking n orders takes O(n log n) steps. One thread.
 */
public final class PriceTimeList {
  private final boolean bids;
  private final int[] orders;
  private final int[] limitsTicks;
  private final long[] priorities;
  private final int[] lots;
  private int[] ranked;
  private int[] scratch;
  private int size;

  /**
   * @param bids the side: the best of bids is the highest, of asks the lowest.
   * @param capacity most orders.
   */
  public PriceTimeList(boolean bids, int capacity) {
    this.bids = bids;
    orders = new int[capacity];
    limitsTicks = new int[capacity];
    priorities = new long[capacity];
    lots = new int[capacity];
    ranked = new int[capacity];
    scratch = new int[capacity];
  }

  /** Forgets all orders. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds an order, not yet ranked.
   *
   * @param order whatever number names it.
   * @param priority the lower goes first at one price; no two are equal.
   * @param openLots at least 1.
   */
  public void add(int order, int limitTicks, long priority, int openLots) {
    orders[size] = order;
    limitsTicks[size] = limitTicks;
    priorities[size] = priority;
    lots[size] = openLots;
    ranked[size] = size;
    size++;
  }

  /** Ranks the orders: merges runs of 1, 2, 4, … orders. */
  public void rank() {
    for (int run = 1; run < size; run *= 2) {
      for (int from = 0; from < size; from += 2 * run) {
        merge(from, Math.min(from + run, size), Math.min(from + 2 * run, size));
      }
      int[] merged = scratch;
      scratch = ranked;
      ranked = merged;
    }
  }

  private void merge(int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean takeLeft = right == to || left < middle && !isBefore(ranked[right], ranked[left]);
      scratch[at] = takeLeft ? ranked[left++] : ranked[right++];
    }
  }

  private boolean isBefore(int one, int other) {
    int price = Integer.compare(limitsTicks[one], limitsTicks[other]);
    return price == 0 ? priorities[one] < priorities[other] : bids == price > 0;
  }

  /** Number of orders. */
  public int size() {
    return size;
  }

  /**
   * The order of a rank.
   *
   * @param rank from 0, the best.
   */
  public int order(int rank) {
    return orders[ranked[rank]];
  }

  /** Limit of the order of a rank. */
  public int limitTicks(int rank) {
    return limitsTicks[ranked[rank]];
  }

  /** What the order of a rank had open when it was added. */
  public int openLots(int rank) {
    return lots[ranked[rank]];
  }
}
