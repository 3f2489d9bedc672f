package io.lockstep.host.engine;

import io.lockstep.host.slots.SlotList;

/**
 * What follows from a change of phase, band or window: which orders leave the book, end, or go into
 * it, and whether an auction is held. Put together while nothing is in flight, from what stage B
 * knows then. One thread.
 */
final class DrainedPlan {
  private final OrderTable orders;
  private final Calls calls;
  private final Auction auction;
  private final SlotList parks;
  private final SlotList cancels;
  private final SlotList unparks;
  private Instrument to;
  private boolean auctioned;
  private boolean bandMoves;
  private boolean windowMoves;

  DrainedPlan(OrderTable orders, Calls calls) {
    this.orders = orders;
    this.calls = calls;
    auction = new Auction(orders);
    parks = new SlotList(orders.slots());
    cancels = new SlotList(orders.slots());
    unparks = new SlotList(orders.slots());
  }

  /**
   * Begins with nothing.
   *
   * @param becomes the instrument as it will be.
   */
  void begin(Instrument becomes) {
    to = becomes;
    auctioned = false;
    bandMoves = false;
    windowMoves = false;
    parks.clear();
    cancels.clear();
    unparks.clear();
  }

  /** Takes every order out of the book; the worst first, so that the best prices change last. */
  void parkAll() {
    for (int slot = first(); slot != OrderTable.NO_SLOT; slot = orders.nextLive(slot)) {
      if (!orders.isParked(slot)) {
        parks.add(slot, -rank(slot), orders.priority(slot));
      }
    }
    parks.sort();
  }

  /** Holds the auction, and opens the book for what it leaves. */
  void uncross() {
    auctioned = true;
    auction.plan(to, calls, cancels, unparks);
  }

  /** Moves the card's band; whatever rests beyond it ends before. */
  void moveBand() {
    bandMoves = true;
    for (int slot = first(); slot != OrderTable.NO_SLOT; slot = orders.nextLive(slot)) {
      if (!orders.isParked(slot) && to.isBeyondBand(orders.priceTicks(slot), orders.isBid(slot))) {
        cancels.add(slot, rank(slot), orders.priority(slot));
      }
    }
    cancels.sort();
  }

  /** Moves the card's window under a book without orders: in a call all are parked, and stay so. */
  void moveEmptyWindow() {
    windowMoves = true;
  }

  /** Moves the card's window; what leaves it is parked before, what enters goes in after. */
  void moveWindow() {
    windowMoves = true;
    for (int slot = first(); slot != OrderTable.NO_SLOT; slot = orders.nextLive(slot)) {
      boolean outside = to.isBehindWindow(orders.priceTicks(slot), orders.isBid(slot));
      if (outside && !orders.isParked(slot)) {
        parks.add(slot, -rank(slot), orders.priority(slot));
      } else if (!outside && orders.isParked(slot)) {
        unparks.add(slot, rank(slot), orders.priority(slot));
      }
    }
    parks.sort();
    unparks.sort();
  }

  private int first() {
    return orders.firstLive(to.id());
  }

  /** Lower for better prices of a side. */
  private long rank(int slot) {
    return orders.isBid(slot) ? -(long) orders.priceTicks(slot) : orders.priceTicks(slot);
  }

  // ------------------------------------------------------------------ what was put together

  /** The instrument as it will be. */
  Instrument to() {
    return to;
  }

  /** Slots of the orders that leave the book first. */
  SlotList parks() {
    return parks;
  }

  /** Whether {@link #auction} is held then. */
  boolean hasAuction() {
    return auctioned;
  }

  Auction auction() {
    return auction;
  }

  /** Slots of the orders that end then. */
  SlotList cancels() {
    return cancels;
  }

  /** Whether the card's band moves then. */
  boolean movesBand() {
    return bandMoves;
  }

  /** Whether the card's window moves then. */
  boolean movesWindow() {
    return windowMoves;
  }

  /** Slots of the orders that go into the book at last: at each price in the order of priority. */
  SlotList unparks() {
    return unparks;
  }
}
