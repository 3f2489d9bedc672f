package io.lockstep.sim.model;

import static io.lockstep.sim.model.OrderPool.NONE;
import static io.lockstep.sim.model.Sides.BUY;
import static io.lockstep.sim.model.Sides.NO_PRICE;

import java.util.Arrays;

/**
 * The bids or the asks of one instrument: a level for each price of the window, at its price modulo
 * the number of levels, with a queue of orders, first come first served, and their open lots.
 */
final class BookSide {
  private final OrderPool pool;
  private final int side;
  private final int mask;
  private final int[] first;
  private final int[] last;
  private final long[] openLots;
  private final IndexSet occupied;
  private int windowBase;
  private int bestPrice = NO_PRICE;

  /**
   * @param side {@link Sides#BUY} or {@link Sides#SELL}.
   * @param levels a power of two.
   */
  BookSide(OrderPool pool, int side, int levels) {
    this.pool = pool;
    this.side = side;
    this.mask = levels - 1;
    this.first = new int[levels];
    this.last = new int[levels];
    this.openLots = new long[levels];
    this.occupied = new IndexSet(levels);
    Arrays.fill(first, NONE);
    Arrays.fill(last, NONE);
  }

  /** Moves the window; no order may rest outside the new one. */
  void moveWindow(int base) {
    windowBase = base;
  }

  boolean isEmpty() {
    return bestPrice == NO_PRICE;
  }

  /** Highest bid or lowest ask; {@link Sides#NO_PRICE} when empty. */
  int bestPrice() {
    return bestPrice;
  }

  /** Open lots at the best price, 0 when empty. */
  long bestLots() {
    return isEmpty() ? 0 : openLots[bestPrice & mask];
  }

  /** Lowest price with an order, {@link Sides#NO_PRICE} when empty. */
  int lowestPrice() {
    return isEmpty() || side != BUY ? bestPrice : nextFrom(windowBase);
  }

  /** Highest price with an order, {@link Sides#NO_PRICE} when empty. */
  int highestPrice() {
    return isEmpty() || side == BUY ? bestPrice : previousFrom(windowBase + mask);
  }

  /** The occupied price next worse than one of the window; NO_PRICE when there is none. */
  int nextWorsePrice(int price) {
    boolean isWorst = price == (side == BUY ? windowBase : windowBase + mask);
    if (isWorst) {
      return NO_PRICE;
    }
    return side == BUY ? previousFrom(price - 1) : nextFrom(price + 1);
  }

  /** Lowest occupied price of the window from {@code price} on. */
  private int nextFrom(int price) {
    int index = price & mask;
    int found = occupied.next(index);
    if (found == IndexSet.NONE) {
      found = occupied.next(0);
    }
    long next = (long) price + (found - index & mask);
    return found == IndexSet.NONE || next > (long) windowBase + mask ? NO_PRICE : (int) next;
  }

  /** Highest occupied price of the window up to {@code price}. */
  private int previousFrom(int price) {
    int index = price & mask;
    int found = occupied.previous(index);
    if (found == IndexSet.NONE) {
      found = occupied.previous(mask);
    }
    long previous = (long) price - (index - found & mask);
    return found == IndexSet.NONE || previous < windowBase ? NO_PRICE : (int) previous;
  }

  /** Slot of the order that has been longest at a price, or {@link OrderPool#NONE}. */
  int first(int price) {
    return first[price & mask];
  }

  /** Puts an order behind those at its price. */
  void append(int slot) {
    int price = pool.price(slot);
    int level = price & mask;
    int before = last[level];
    pool.linkPrevious(slot, before);
    pool.linkNext(slot, NONE);
    last[level] = slot;
    openLots[level] += pool.open(slot);
    if (before == NONE) {
      first[level] = slot;
      occupied.add(level);
      if (isEmpty() || Sides.isBetter(side, price, bestPrice)) {
        bestPrice = price;
      }
    } else {
      pool.linkNext(before, slot);
    }
  }

  /** Takes an order out, wherever it stands. */
  void remove(int slot) {
    int price = pool.price(slot);
    int level = price & mask;
    int before = pool.previous(slot);
    int after = pool.next(slot);
    openLots[level] -= pool.open(slot);
    if (before == NONE) {
      first[level] = after;
    } else {
      pool.linkNext(before, after);
    }
    if (after == NONE) {
      last[level] = before;
    } else {
      pool.linkPrevious(after, before);
    }
    if (first[level] == NONE) {
      occupied.remove(level);
      if (price == bestPrice) {
        bestPrice = nextWorsePrice(price);
      }
    }
  }

  /** Open lots of an order at the price became fewer. */
  void takeLots(int price, int lots) {
    openLots[price & mask] -= lots;
  }
}
