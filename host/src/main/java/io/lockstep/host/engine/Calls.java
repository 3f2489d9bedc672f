package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;
import io.lockstep.host.auction.CallBook;

/**
 * What stage B knows for auctions: the reference price of each instrument, and of those whose
 * orders are collected, what an auction would do now. Told of every lot that comes or goes;
 * allocates only when an instrument has its first call. One thread.
 */
final class Calls {
  private final int levels;
  private final CallBook[] books;
  private final boolean[] open;
  private final long[] referencesTicks;
  private final Indication[] reported;

  /** Instruments whose book changed since it was last looked at, each once. */
  private final int[] changed;

  private final boolean[] isChanged;
  private int changedCount;

  /** What was last reported of a call. */
  private static final class Indication {
    private boolean trades;
    private int priceTicks;
    private long volumeLots;
    private long imbalanceLots;

    /** A call begins: nothing trades yet. */
    private void clear() {
      trades = false;
      priceTicks = 0;
      volumeLots = 0;
      imbalanceLots = 0;
    }

    /** Takes over what the book says; false if it is the same. */
    private boolean update(boolean nowTrades, CallBook book) {
      int price = nowTrades ? book.priceTicks() : 0;
      boolean same =
          trades == nowTrades
              && priceTicks == price
              && volumeLots == book.volumeLots()
              && imbalanceLots == book.imbalanceLots();
      trades = nowTrades;
      priceTicks = price;
      volumeLots = book.volumeLots();
      imbalanceLots = book.imbalanceLots();
      return !same;
    }
  }

  Calls(CardDescription card) {
    levels = card.levels();
    int instruments = card.instruments();
    books = new CallBook[instruments];
    open = new boolean[instruments];
    referencesTicks = new long[instruments];
    reported = new Indication[instruments];
    changed = new int[instruments];
    isChanged = new boolean[instruments];
  }

  /** An instrument was defined: until its first trade its own reference price counts. */
  void define(Instrument instrument) {
    close(instrument.id());
    referencesTicks[instrument.id()] = instrument.terms().referenceTicks();
  }

  /** The last trade's price is the reference of auctions. */
  void traded(int instrument, int priceTicks) {
    referencesTicks[instrument] = priceTicks;
  }

  /** A call begins, or its band has moved: its book is made of what is live. */
  void open(Instrument instrument, OrderTable orders) {
    int id = instrument.id();
    if (books[id] == null) {
      books[id] = new CallBook(levels);
      reported[id] = new Indication();
    }
    if (!open[id]) {
      open[id] = true;
      reported[id].clear();
    }
    books[id].clear(instrument.bandLow(), instrument.bandHigh());
    for (int slot = orders.firstLive(id);
        slot != OrderTable.NO_SLOT;
        slot = orders.nextLive(slot)) {
      books[id].add(orders.isBid(slot), orders.priceTicks(slot), orders.openLots(slot));
    }
    change(id);
  }

  /** A call ends. */
  void close(int instrument) {
    open[instrument] = false;
  }

  /** An order's lots came, or went if below 0. */
  void count(int instrument, boolean buy, int limitTicks, int lots) {
    if (open[instrument]) {
      books[instrument].add(buy, limitTicks, lots);
      change(instrument);
    }
  }

  private void change(int instrument) {
    if (!isChanged[instrument]) {
      isChanged[instrument] = true;
      changed[changedCount++] = instrument;
    }
  }

  /** The book of an instrument in its call. */
  CallBook book(int instrument) {
    return books[instrument];
  }

  /** Finds the price of an instrument's book; false: nothing would trade. */
  boolean determine(int instrument) {
    return books[instrument].determine(referencesTicks[instrument]);
  }

  /** True while a book changed that was not looked at. */
  boolean hasChanged() {
    return changedCount > 0;
  }

  /**
   * Looks at one book that changed, and reports what an auction would do if that has changed too.
   *
   * @param cause what changed it.
   */
  void report(Request cause, VenueReports reports) {
    int instrument = changed[--changedCount];
    isChanged[instrument] = false;
    if (!open[instrument]) {
      return;
    }
    boolean trades = determine(instrument);
    if (reported[instrument].update(trades, books[instrument])) {
      reports.indicative(cause, instrument, trades, books[instrument]);
    }
  }
}
