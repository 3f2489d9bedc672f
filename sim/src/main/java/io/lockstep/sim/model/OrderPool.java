package io.lockstep.sim.model;

/**
 * The live orders of all instruments, each in the slot that the host named. Fields are arrays by
 * slot; {@code next} and {@code previous} link the orders of one level.
 */
final class OrderPool {
  /** No slot: end of a level's queue. */
  static final int NONE = -1;

  private final boolean[] live;
  private final long[] id;
  private final int[] account;
  private final int[] session;
  private final int[] instrument;
  private final byte[] side;
  private final int[] price;
  private final int[] total;
  private final int[] filled;
  final int[] next;
  final int[] previous;
  private int liveOrders;

  OrderPool(int slots) {
    live = new boolean[slots];
    id = new long[slots];
    account = new int[slots];
    session = new int[slots];
    instrument = new int[slots];
    side = new byte[slots];
    price = new int[slots];
    total = new int[slots];
    filled = new int[slots];
    next = new int[slots];
    previous = new int[slots];
  }

  /** Makes the slot live. The level that the order joins sets its links. */
  void enter(
      int slot,
      long orderId,
      int ofAccount,
      int ofSession,
      int ofInstrument,
      byte ofSide,
      int atPrice,
      int totalLots,
      int filledLots) {
    live[slot] = true;
    id[slot] = orderId;
    account[slot] = ofAccount;
    session[slot] = ofSession;
    instrument[slot] = ofInstrument;
    side[slot] = ofSide;
    price[slot] = atPrice;
    total[slot] = totalLots;
    filled[slot] = filledLots;
    liveOrders++;
  }

  void free(int slot) {
    live[slot] = false;
    liveOrders--;
  }

  /** Whether the slot, taken as unsigned, lies beyond the pool. */
  boolean isOutOfRange(int slot) {
    return Integer.compareUnsigned(slot, live.length) >= 0;
  }

  boolean isLive(int slot) {
    return live[slot];
  }

  int liveOrders() {
    return liveOrders;
  }

  long id(int slot) {
    return id[slot];
  }

  int account(int slot) {
    return account[slot];
  }

  int session(int slot) {
    return session[slot];
  }

  int instrument(int slot) {
    return instrument[slot];
  }

  byte side(int slot) {
    return side[slot];
  }

  int price(int slot) {
    return price[slot];
  }

  int total(int slot) {
    return total[slot];
  }

  int filled(int slot) {
    return filled[slot];
  }

  /** Lots still open. */
  int open(int slot) {
    return total[slot] - filled[slot];
  }

  void fill(int slot, int lots) {
    filled[slot] += lots;
  }
}
