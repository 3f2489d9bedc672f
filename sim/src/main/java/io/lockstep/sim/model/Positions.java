package io.lockstep.sim.model;

/**
 * The positions: each binds a slot to one account and one instrument, and keeps pos (lots, signed)
 * and B and A, the open lots of its bids and of its asks.
 */
final class Positions {
  /** What |pos| + B + A never passes. */
  static final int BOUND = (1 << 28) - 1;

  final IndexSet open;
  private final int[] account;
  private final int[] instrument;
  private final int[] lots;
  private final int[] openOrders;

  Positions(int capacity) {
    open = new IndexSet(capacity);
    account = new int[capacity];
    instrument = new int[capacity];
    lots = new int[capacity];
    openOrders = new int[2 * capacity];
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

  /** Whether that many more open lots would pass the bound; {@code more} may be negative. */
  boolean wouldPassBound(int slot, long more) {
    return Math.abs(lots[slot]) + (long) openBids(slot) + openAsks(slot) + more > BOUND;
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
    return openOrders[2 * slot + Sides.BUY];
  }

  /** A: open lots of the asks. */
  int openAsks(int slot) {
    return openOrders[2 * slot + Sides.SELL];
  }
}
