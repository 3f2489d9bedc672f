package io.lockstep.sim.model;

/** One instrument: its limits, its window and band, and its book. Unknown until it is set. */
final class Instrument {
  final int number;
  final OrderBook book;
  private final int levels;
  private boolean known;
  private int windowBase;
  private int bandLow;
  private int bandHigh;
  private int maxPrice;
  private int maxQuantity;

  Instrument(int number, int levels) {
    this.number = number;
    this.levels = levels;
    this.book = new OrderBook(levels);
  }

  /** Defines it, while its book is empty. */
  void define(int base, int low, int high, int largestPrice, int largestQuantity) {
    known = true;
    windowBase = base;
    maxPrice = largestPrice;
    maxQuantity = largestQuantity;
    book.moveWindow(base);
    moveBand(low, high);
  }

  void moveBand(int low, int high) {
    bandLow = low;
    bandHigh = high;
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
}
