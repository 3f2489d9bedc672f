package io.lockstep.sim.model;

import java.util.Arrays;

/**
 * The positions: each binds a slot to one account and one instrument, and keeps pos (lots, signed)
 * and B and A, the open lots of its bids and of its asks. With margin it also belongs to a
 * portfolio, whose positions are linked.
 */
final class Positions {
  /** No position: end of a portfolio's. */
  static final int NONE = -1;

  final IndexSet open;
  private final int[] account;
  private final int[] instrument;
  private final int[] lots;
  private final int[] openOrders;
  private final int[] portfolio;
  private final int[] next;
  private final int[] previous;
  private final int[] firstOf;

  Positions(int capacity, int portfolios) {
    open = new IndexSet(capacity);
    account = new int[capacity];
    instrument = new int[capacity];
    lots = new int[capacity];
    openOrders = new int[2 * capacity];
    int members = portfolios > 0 ? capacity : 0;
    portfolio = new int[members];
    next = new int[members];
    previous = new int[members];
    firstOf = new int[portfolios];
    Arrays.fill(firstOf, NONE);
  }

  /** Whether the slot, taken as unsigned, is within the capacity. */
  boolean has(int slot) {
    return Integer.compareUnsigned(slot, lots.length) < 0;
  }

  /** Whether the slot is open, and of this account and instrument. */
  boolean isOf(int slot, int ofAccount, int ofInstrument) {
    return has(slot)
        && open.contains(slot)
        && account[slot] == ofAccount
        && instrument[slot] == ofInstrument;
  }

  void open(int slot, int ofAccount, int ofInstrument, int position) {
    open.add(slot);
    account[slot] = ofAccount;
    instrument[slot] = ofInstrument;
    lots[slot] = position;
    openOrders[2 * slot + Sides.BUY] = 0;
    openOrders[2 * slot + Sides.SELL] = 0;
  }

  void close(int slot) {
    open.remove(slot);
  }

  boolean isEmpty(int slot) {
    return lots[slot] == 0 && openBids(slot) == 0 && openAsks(slot) == 0;
  }

  /** |pos| + B + A. */
  long lotsAndOpen(int slot) {
    return Math.abs(lots[slot]) + (long) openBids(slot) + openAsks(slot);
  }

  /** Makes an open position belong to a portfolio. */
  void join(int slot, int portfolioSlot) {
    int after = firstOf[portfolioSlot];
    portfolio[slot] = portfolioSlot;
    previous[slot] = NONE;
    next[slot] = after;
    firstOf[portfolioSlot] = slot;
    if (after != NONE) {
      previous[after] = slot;
    }
  }

  /** Takes a position out of its portfolio. */
  void leave(int slot) {
    int before = previous[slot];
    int after = next[slot];
    if (before == NONE) {
      firstOf[portfolio[slot]] = after;
    } else {
      next[before] = after;
    }
    if (after != NONE) {
      previous[after] = before;
    }
  }

  /** The slot of the portfolio that a position belongs to. */
  int portfolio(int slot) {
    return portfolio[slot];
  }

  /** A position of a portfolio, or {@link #NONE}. */
  int firstOf(int portfolioSlot) {
    return firstOf[portfolioSlot];
  }

  /** Another position of the same portfolio; {@link #NONE} after the last. */
  int next(int slot) {
    return next[slot];
  }

  /** How many lots an order of the side could reduce the position by, 0 or less if none. */
  int reducible(int slot, int side) {
    return -Sides.sign(side) * lots[slot];
  }

  /** Lots of a live order were added to what is open, or taken from it where negative. */
  void addOpen(int slot, int side, int more) {
    openOrders[2 * slot + side] += more;
  }

  /** Lots were bought or sold. */
  void fill(int slot, int side, int filled) {
    lots[slot] += Sides.sign(side) * filled;
  }

  /** Open lots of the orders of a side. */
  int openOrders(int slot, int side) {
    return openOrders[2 * slot + side];
  }

  int account(int slot) {
    return account[slot];
  }

  int instrument(int slot) {
    return instrument[slot];
  }

  /** pos: lots, negative when short. */
  int lots(int slot) {
    return lots[slot];
  }

  /** B: open lots of the bids. */
  int openBids(int slot) {
    return openOrders(slot, Sides.BUY);
  }

  /** A: open lots of the asks. */
  int openAsks(int slot) {
    return openOrders(slot, Sides.SELL);
  }
}
