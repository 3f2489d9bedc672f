package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;
import io.lockstep.host.auction.CallBook;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.CallStateDecoder;
import io.lockstep.schema.snapshot.CallStateEncoder;
import io.lockstep.schema.snapshot.Truth;

/**
 * What stage B knows for auctions: the reference price of each instrument, and of those whose
 * orders are collected, what an auction would do now. Told of every lot that comes or goes;
 * allocates only when an instrument has its first call. One thread.
 */
final class Calls implements SnapshotPart {
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
    if (reported[id] == null) {
      reported[id] = new Indication();
    }
    if (!open[id]) {
      open[id] = true;
      reported[id].clear();
    }
    fill(instrument, orders);
    change(id);
  }

  private void fill(Instrument instrument, OrderTable orders) {
    int id = instrument.id();
    if (books[id] == null) {
      books[id] = new CallBook(levels);
    }
    books[id].clear(instrument.bandLow(), instrument.bandHigh());
    for (int slot = orders.firstLive(id);
        slot != OrderTable.NO_SLOT;
        slot = orders.nextLive(slot)) {
      books[id].add(orders.isBid(slot), orders.priceTicks(slot), orders.openLots(slot));
    }
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

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    CallStateEncoder record = new CallStateEncoder();
    for (int id = 0; id < open.length; id++) {
      to.next(record)
          .instrument(id)
          .referenceTicks(referencesTicks[id])
          .open(SnapshotWriter.truth(open[id]));
      if (open[id]) {
        record
            .trades(SnapshotWriter.truth(reported[id].trades))
            .priceTicks(reported[id].priceTicks)
            .volumeLots(reported[id].volumeLots)
            .imbalanceLots(reported[id].imbalanceLots);
      }
    }
  }

  /** An open call has its book only after {@link #restoreBooks}. */
  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != CallStateDecoder.TEMPLATE_ID) {
      return false;
    }
    CallStateDecoder record = from.as(new CallStateDecoder());
    int id = record.instrument();
    referencesTicks[id] = record.referenceTicks();
    if (record.open() == Truth.YES) {
      open[id] = true;
      reported[id] = new Indication();
      reported[id].trades = record.trades() == Truth.YES;
      reported[id].priceTicks = record.priceTicks();
      reported[id].volumeLots = record.volumeLots();
      reported[id].imbalanceLots = record.imbalanceLots();
    }
    return true;
  }

  /** Makes the books of open calls anew, once all parts are read. */
  void restoreBooks(Instruments instruments, OrderTable orders) {
    for (int id = 0; id < open.length; id++) {
      if (open[id]) {
        fill(instruments.get(id), orders);
      }
    }
  }
}
