package io.lockstep.sim.model;

/** Bids and asks of one instrument, and the top of book that was last told. */
final class OrderBook {
  final BookSide bids;
  final BookSide asks;
  private int orders;
  private int toldBidPrice = Sides.NO_PRICE;
  private int toldAskPrice = Sides.NO_PRICE;
  private long toldBidLots;
  private long toldAskLots;

  OrderBook(int levels) {
    bids = new BookSide(Sides.BUY, levels);
    asks = new BookSide(Sides.SELL, levels);
  }

  /** Moves the window; only while the book is empty. */
  void moveWindow(int base) {
    bids.moveWindow(base);
    asks.moveWindow(base);
  }

  BookSide side(int side) {
    return side == Sides.BUY ? bids : asks;
  }

  /** The side that an order of {@code side} meets. */
  BookSide opposite(int side) {
    return side == Sides.BUY ? asks : bids;
  }

  /** Live orders. */
  int orders() {
    return orders;
  }

  /** Rests an order of the pool behind those at its price. */
  void append(OrderPool pool, int slot) {
    side(pool.side(slot)).append(pool, slot);
    orders++;
  }

  /** Takes an order out of the book and frees its slot. */
  void remove(OrderPool pool, int slot) {
    side(pool.side(slot)).remove(pool, slot);
    pool.free(slot);
    orders--;
  }

  /**
   * Whether best prices or the lots there differ from those last told; they count as told then.
   * Asked once at the end of each command that may change them, so "last told" is "before the
   * command".
   */
  boolean topOfBookChanged() {
    int bidPrice = bids.bestPrice();
    int askPrice = asks.bestPrice();
    long bidLots = bids.bestLots();
    long askLots = asks.bestLots();
    boolean changed =
        bidPrice != toldBidPrice
            || askPrice != toldAskPrice
            || bidLots != toldBidLots
            || askLots != toldAskLots;
    toldBidPrice = bidPrice;
    toldAskPrice = askPrice;
    toldBidLots = bidLots;
    toldAskLots = askLots;
    return changed;
  }
}
