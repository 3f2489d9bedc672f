package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.NO_PRICE;

import io.lockstep.sim.model.margin.InstrumentTerms;

/**
 * One instrument: its limits, its window and band, its book, and the number of its live orders, the
 * parked ones too. Unknown until it is set.
 */
final class Instrument {
  final int number;
  final OrderBook book;

  /** What margin knows of it; without margin as after construction. */
  final InstrumentTerms terms;

  private final int levels;
  private boolean known;
  private int windowBase;
  private int bandLow;
  private int bandHigh;
  private int maxPrice;
  private int maxQuantity;
  private int liveOrders;

  Instrument(int number, OrderPool pool, int levels, int scenarios) {
    this.number = number;
    this.terms = new InstrumentTerms(scenarios);
    this.levels = levels;
    this.book = new OrderBook(pool, levels);
  }

  /** Defines it, while none of its orders is live. */
  void define(int base, int low, int high, int largestPrice, int largestQuantity) {
    known = true;
    maxPrice = largestPrice;
    maxQuantity = largestQuantity;
    moveWindow(base);
    moveBand(low, high);
  }

  void moveWindow(int base) {
    windowBase = base;
    book.moveWindow(base);
  }

  void moveBand(int low, int high) {
    bandLow = low;
    bandHigh = high;
  }

  void orderEntered() {
    liveOrders++;
  }

  void orderEnded() {
    liveOrders--;
  }

  boolean isKnown() {
    return known;
  }

  int windowBase() {
    return windowBase;
  }

  int bandLow() {
    return bandLow;
  }

  int bandHigh() {
    return bandHigh;
  }

  int maxPrice() {
    return maxPrice;
  }

  int maxQuantity() {
    return maxQuantity;
  }

  int liveOrders() {
    return liveOrders;
  }

  /** Whether a quantity, taken as unsigned, is one that an order may have. */
  boolean allowsQuantity(int quantity) {
    return Integer.compareUnsigned(quantity, maxQuantity) <= 0;
  }

  boolean allowsPrice(int price) {
    return Math.abs((long) price) <= maxPrice;
  }

  /** Whether a price has a level of its own. */
  boolean windowHolds(int price) {
    return price >= windowBase && (long) price < (long) windowBase + levels;
  }

  /** Whether trades may print at a price. */
  boolean bandHolds(int price) {
    return bandLow <= price && price <= bandHigh;
  }

  /** Whether an order may not rest: a bid above the band or an ask below it. */
  boolean isBeyondBand(int side, int limit) {
    return side == Sides.BUY ? limit > bandHigh : limit < bandLow;
  }

  /** Whether the best opposite price is at the limit or better. */
  boolean wouldCross(int side, int limit) {
    int best = book.opposite(side).bestPrice();
    return best != NO_PRICE && Sides.accepts(side, limit, best);
  }
}
