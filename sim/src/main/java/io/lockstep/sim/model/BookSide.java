package io.lockstep.sim.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The bids or the asks of one instrument: a level for each price of the window, and the set of
 * those that hold orders.
 */
final class BookSide {
  private final byte side;
  private final Level[] levels;
  private final BitSet occupied;
  private int windowBase;

  /**
   * @param side {@link Sides#BUY} or {@link Sides#SELL}.
   */
  BookSide(byte side, int levelCount) {
    this.side = side;
    this.levels = new Level[levelCount];
    Arrays.setAll(levels, i -> new Level());
    this.occupied = new BitSet(levelCount);
  }

  /** Moves the window; only while the side is empty. */
  void moveWindow(int base) {
    windowBase = base;
  }

  boolean isEmpty() {
    return occupied.isEmpty();
  }

  /** Highest bid or lowest ask; {@link Sides#NO_PRICE} when empty. */
  int bestPrice() {
    int index =
        side == Sides.BUY ? occupied.previousSetBit(levels.length - 1) : occupied.nextSetBit(0);
    return priceAt(index);
  }

  /** The occupied price next worse than one of the window; NO_PRICE when there is none. */
  int nextWorsePrice(int price) {
    int index = price - windowBase;
    int worse =
        side == Sides.BUY
            ? (index == 0 ? -1 : occupied.previousSetBit(index - 1))
            : occupied.nextSetBit(index + 1);
    return priceAt(worse);
  }

  /** The level of a price of the window. */
  Level level(int price) {
    return levels[price - windowBase];
  }

  /** Open lots at the best price, 0 when empty. */
  long bestLots() {
    return isEmpty() ? 0 : level(bestPrice()).openLots();
  }

  void append(OrderPool pool, int slot) {
    int price = pool.price(slot);
    level(price).append(pool, slot);
    occupied.set(price - windowBase);
  }

  void remove(OrderPool pool, int slot) {
    int price = pool.price(slot);
    Level level = level(price);
    level.remove(pool, slot);
    if (level.isEmpty()) {
      occupied.clear(price - windowBase);
    }
  }

  private int priceAt(int index) {
    return index < 0 ? Sides.NO_PRICE : windowBase + index;
  }
}
