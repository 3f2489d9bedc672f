package io.lockstep.host.marketdata;

import io.lockstep.schema.client.BookChange;
import io.lockstep.schema.client.BookOrderDecoder;
import io.lockstep.schema.client.BookSnapshotBegunDecoder;
import io.lockstep.schema.client.BookSnapshotEndedDecoder;
import io.lockstep.schema.client.BookSnapshotOrderDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.PublicTradeDecoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TopOfBookDecoder;

/**
 * What is known of an instrument. Two books: the one that is known, if it is, and the one that the
 * snapshot under way builds up. Both take every change; at the end of the snapshot they must be
 * equal. One thread.
 */
public final class InstrumentData {
  /** No price. */
  public static final long NO_PRICE = PublicTradeDecoder.priceNullValue();

  private final int id;
  private Book known;
  private Book building;
  private Phase phase;
  private long bandLow;
  private long bandHigh;
  private long lastPrice = NO_PRICE;
  private long lastLots;
  private long trades;
  private long indicativePrice = NO_PRICE;
  private long indicativeLots;

  InstrumentData(int id) {
    this.id = id;
  }

  /** As the venue numbers it. */
  public int id() {
    return id;
  }

  /** The book, or null: it is not known, since the feed has not told it yet, or all of it. */
  public Book book() {
    return known;
  }

  /** The phase, or null: not known. */
  public Phase phase() {
    return phase;
  }

  /** Lowest price of the band; good where the phase is known. */
  public long bandLow() {
    return bandLow;
  }

  /** Highest price of the band; good where the phase is known. */
  public long bandHigh() {
    return bandHigh;
  }

  /** Price of the last trade that was heard of, or {@link #NO_PRICE}. */
  public long lastPrice() {
    return lastPrice;
  }

  /** Lots of that trade. */
  public long lastLots() {
    return lastLots;
  }

  /** Trades that were heard of. */
  public long trades() {
    return trades;
  }

  /** Price of an auction held now, or {@link #NO_PRICE}: nothing would trade, or not heard of. */
  public long indicativePrice() {
    return indicativePrice;
  }

  /** Lots that it would trade. */
  public long indicativeLots() {
    return indicativeLots;
  }

  // ------------------------------------------------------------------ what comes

  /** Messages are missing. */
  void forget() {
    known = null;
    building = null;
    phase = null;
    indicativePrice = NO_PRICE;
    indicativeLots = 0;
  }

  /** The book is wrong; answers what was given. */
  private String wrong(String what) {
    known = null;
    return what;
  }

  /** What differs, or null. */
  String change(BookOrderDecoder change) {
    long orderId = change.orderId();
    boolean added = change.change() == BookChange.ADDED;
    boolean odd =
        known != null
            && (added ? known.contains(orderId) : known.lots(orderId) <= change.openQuantity());
    apply(known, change);
    apply(building, change);
    return odd ? wrong(change.change() + " of order " + orderId + " does not fit the book") : null;
  }

  private static void apply(Book book, BookOrderDecoder change) {
    if (book == null) {
      return;
    }
    switch (change.change()) {
      case ADDED ->
          book.put(
              new BookOrder(
                  change.orderId(), change.priority(), change.price(), change.openQuantity()),
              change.side());
      case REDUCED -> book.reduce(change.orderId(), change.openQuantity());
      default -> book.remove(change.orderId());
    }
  }

  /** What differs, or null. */
  String trade(PublicTradeDecoder trade) {
    lastPrice = trade.price();
    lastLots = trade.quantity();
    trades++;
    long maker = trade.makerOrderId();
    if (maker == PublicTradeDecoder.makerOrderIdNullValue()) {
      return null;
    }
    boolean odd = known != null && known.lots(maker) < trade.quantity();
    fill(known, maker, trade.quantity());
    fill(building, maker, trade.quantity());
    return odd ? wrong("a trade takes more from order " + maker + " than it has") : null;
  }

  private static void fill(Book book, long maker, long lots) {
    if (book == null) {
      return;
    }
    long left = book.lots(maker) - lots;
    if (left > 0) {
      book.reduce(maker, left);
    } else {
      book.remove(maker);
    }
  }

  /** What differs, or null. */
  String compare(TopOfBookDecoder top) {
    if (known == null
        || isBest(Side.BUY, top.bidPrice(), top.bidQuantity())
            && isBest(Side.SELL, top.askPrice(), top.askQuantity())) {
      return null;
    }
    return wrong(
        "best prices are "
            + known.best(Side.BUY)
            + " and "
            + known.best(Side.SELL)
            + ", told are "
            + top);
  }

  private boolean isBest(Side side, long price, long lots) {
    BookLevel best = known.best(side);
    return best == null ? lots == 0 : best.price() == price && best.lots() == lots;
  }

  void status(InstrumentStatusDecoder status) {
    phase = status.phase();
    bandLow = status.bandLow();
    bandHigh = status.bandHigh();
    if (phase != Phase.CALL) {
      indicativePrice = NO_PRICE;
      indicativeLots = 0;
    }
  }

  void indicative(IndicativeAuctionDecoder indicative) {
    indicativePrice = indicative.price();
    indicativeLots = indicative.quantity();
  }

  // ------------------------------------------------------------------ snapshots

  void begin(BookSnapshotBegunDecoder begun) {
    phase = begun.phase();
    bandLow = begun.bandLow();
    bandHigh = begun.bandHigh();
    building = new Book();
  }

  void add(BookSnapshotOrderDecoder order) {
    if (building != null) {
      building.put(
          new BookOrder(order.orderId(), order.priority(), order.price(), order.openQuantity()),
          order.side());
    }
  }

  /** The snapshot is complete: what differs, or null. The book is known only if nothing does. */
  String end(BookSnapshotEndedDecoder ended) {
    if (building == null) {
      return null; // it began before the gap
    }
    Book built = building;
    building = null;
    if (built.size() != ended.orders()) {
      return wrong("a snapshot of " + ended.orders() + " orders makes " + built.size());
    }
    if (known != null && !known.equalsBook(built)) {
      return wrong("the book differs from its snapshot");
    }
    known = built;
    return null;
  }
}
