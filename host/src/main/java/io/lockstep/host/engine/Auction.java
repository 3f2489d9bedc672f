package io.lockstep.host.engine;

import io.lockstep.host.auction.CallBook;
import io.lockstep.host.auction.Pairing;
import io.lockstep.host.auction.PriceTimeList;
import io.lockstep.host.slots.SlotList;

/**
 * The auction that ends a call: who trades with whom, and what it leaves of each order. Planned
 * while nothing is in flight; then its pairs are asked for one by one. One thread.
 */
final class Auction {
  private final OrderTable orders;
  private final PriceTimeList bids;
  private final PriceTimeList asks;
  private final Pairing pairing;
  private int instrument;
  private CallBook book;
  private boolean trades;

  Auction(OrderTable orders) {
    this.orders = orders;
    bids = new PriceTimeList(true, orders.slots());
    asks = new PriceTimeList(false, orders.slots());
    pairing = new Pairing(bids, asks);
  }

  /**
   * Plans the auction, and what becomes of the orders that it leaves: beyond the band they end,
   * inside the window they go into the book, else they stay where they are.
   *
   * @param to in the phase after it.
   * @param cancels gets the slots of those that end.
   * @param unparks gets the slots of those that go into the book.
   */
  void plan(Instrument to, Calls calls, SlotList cancels, SlotList unparks) {
    instrument = to.id();
    book = calls.book(instrument);
    trades = calls.determine(instrument);
    collect();
    pairing.begin(book.volumeLots());
    while (pairing.next()) {
      // so that it knows what each order gets
    }
    for (int rank = 0; rank < bids.size(); rank++) {
      place(to, bids, rank, pairing.filledOfBid(rank), cancels, unparks);
    }
    for (int rank = 0; rank < asks.size(); rank++) {
      place(to, asks, rank, pairing.filledOfAsk(rank), cancels, unparks);
    }
    pairing.begin(book.volumeLots());
  }

  private void collect() {
    bids.clear();
    asks.clear();
    for (int slot = orders.firstLive(instrument);
        slot != OrderTable.NO_SLOT;
        slot = orders.nextLive(slot)) {
      PriceTimeList side = orders.isBid(slot) ? bids : asks;
      side.add(slot, orders.priceTicks(slot), orders.priority(slot), orders.openLots(slot));
    }
    bids.rank();
    asks.rank();
  }

  private void place(
      Instrument to,
      PriceTimeList side,
      int rank,
      int filledLots,
      SlotList cancels,
      SlotList unparks) {
    boolean buy = side == bids;
    int price = side.limitTicks(rank);
    if (filledLots == side.openLots(rank)) {
      return;
    }
    if (to.isBeyondBand(price, buy)) {
      cancels.add(side.order(rank), cancels.size(), 0);
    } else if (!to.isBehindWindow(price, buy)) {
      unparks.add(side.order(rank), unparks.size(), 0);
    }
  }

  /** Moves to the next pair; false: there are no more. */
  boolean next() {
    return pairing.next();
  }

  /** Slot of the buyer of this pair. */
  int buyer() {
    return pairing.buyer();
  }

  /** Slot of the seller of this pair. */
  int seller() {
    return pairing.seller();
  }

  /** What this pair trades. */
  int lots() {
    return pairing.lots();
  }

  /** Whether anything trades. */
  boolean trades() {
    return trades;
  }

  /** Price, volume and imbalance; unchanged until the instrument's next call. */
  CallBook book() {
    return book;
  }
}
