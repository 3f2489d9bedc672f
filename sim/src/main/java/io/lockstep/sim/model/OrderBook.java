package io.lockstep.sim.model;

/** Bids and asks of one instrument, and the top of book that was last told. */
final class OrderBook {
  final BookSide bids;
  final BookSide asks;
  private final BookSide[] sides;
  private int toldBidPrice = Sides.NO_PRICE;
  private int toldAskPrice = Sides.NO_PRICE;
  private long toldBidLots;
  private long toldAskLots;

  OrderBook(OrderPool pool, int levels) {
    bids = new BookSide(pool, Sides.BUY, levels);
    asks = new BookSide(pool, Sides.SELL, levels);
    sides = new BookSide[] {bids, asks};
  }

  /** Moves the window; no order may rest outside the new one. */
  void moveWindow(int base) {
    bids.moveWindow(base);
    asks.moveWindow(base);
  }

  BookSide side(int side) {
    return sides[side];
  }

  /** The side that an order of {@code side} meets. */
  BookSide opposite(int side) {
    return sides[Sides.opposite(side)];
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
