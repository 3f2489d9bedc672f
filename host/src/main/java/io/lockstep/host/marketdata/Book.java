package io.lockstep.host.marketdata;

import io.lockstep.schema.client.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The public book of an instrument, order by order. Changed by {@link MarketData} alone. */
public final class Book {
  private final BookSide bids = new BookSide(true);
  private final BookSide asks = new BookSide(false);
  private final Map<Long, Resting> byOrderId = new HashMap<>();

  private record Resting(BookSide side, BookOrder order) {}

  /** Package-private: made and filled by {@link MarketData}. */
  Book() {}

  /** Orders that buy, or sell, in the order in which they would be filled. */
  public List<BookOrder> orders(Side side) {
    return side(side).orders();
  }

  /** The best prices of a side, best first, at most so many. */
  public List<BookLevel> levels(Side side, int most) {
    return side(side).levels(most);
  }

  /** The best price of a side, or null. */
  public BookLevel best(Side side) {
    return side(side).best();
  }

  /** Orders in all. */
  public int size() {
    return byOrderId.size();
  }

  private BookSide side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  // ------------------------------------------------------------------ changes

  boolean contains(long orderId) {
    return byOrderId.containsKey(orderId);
  }

  /** An order is there as told, whatever was known of it. */
  void put(BookOrder order, Side side) {
    remove(order.orderId());
    Resting resting = new Resting(side(side), order);
    resting.side.add(order);
    byOrderId.put(order.orderId(), resting);
  }

  /** An order has so many lots left, place kept. */
  void reduce(long orderId, long lots) {
    Resting resting = byOrderId.get(orderId);
    if (resting == null) {
      return;
    }
    BookOrder less = resting.order.withLots(lots);
    resting.side.remove(resting.order);
    resting.side.add(less);
    byOrderId.put(orderId, new Resting(resting.side, less));
  }

  /** An order rests no more. */
  void remove(long orderId) {
    Resting resting = byOrderId.remove(orderId);
    if (resting != null) {
      resting.side.remove(resting.order);
    }
  }

  /** Lots that an order has; 0: it is not here. */
  long lots(long orderId) {
    Resting resting = byOrderId.get(orderId);
    return resting == null ? 0 : resting.order.lots();
  }

  boolean equalsBook(Book other) {
    return bids.orders().equals(other.bids.orders()) && asks.orders().equals(other.asks.orders());
  }
}
