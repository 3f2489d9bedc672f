package io.lockstep.sim.model;

/**
 * The live orders of all instruments, each in the slot that the host named. Fields are arrays by
 * slot; {@code next} and {@code previous} link the orders of one level.
 */
final class OrderPool {
  /** No slot: end of a level's queue. */
  static final int NONE = -1;

  private static final byte FREE = 0;
  private static final byte RESTING = 1;
  private static final byte PARKED = 2;

  /** The slots of the parked orders. */
  final IndexSet parked;

  private final byte[] place;
  private final long[] id;
  private final int[] account;
  private final int[] session;
  private final int[] group;
  private final int[] positionSlot;
  private final int[] instrument;
  private final byte[] side;
  private final int[] price;
  private final int[] total;
  private final int[] filled;
  final int[] next;
  final int[] previous;
  private int liveOrders;

  OrderPool(int slots) {
    parked = new IndexSet(slots);
    place = new byte[slots];
    id = new long[slots];
    account = new int[slots];
    session = new int[slots];
    group = new int[slots];
    positionSlot = new int[slots];
    instrument = new int[slots];
    side = new byte[slots];
    price = new int[slots];
    total = new int[slots];
    filled = new int[slots];
    next = new int[slots];
    previous = new int[slots];
  }

  /** Makes the slot live, resting or parked. The level that a resting order joins links it. */
  void enter(Order order) {
    int slot = order.slot;
    id[slot] = order.id;
    account[slot] = order.account;
    session[slot] = order.session;
    group[slot] = order.group;
    positionSlot[slot] = order.positionSlot;
    instrument[slot] = order.instrument.number;
    side[slot] = order.side;
    price[slot] = order.limit;
    total[slot] = order.total;
    filled[slot] = order.total - order.left;
    liveOrders++;
    if (order.parked) {
      park(slot);
    } else {
      place[slot] = RESTING;
    }
  }

  void free(int slot) {
    if (isParked(slot)) {
      parked.remove(slot);
    }
    place[slot] = FREE;
    liveOrders--;
  }

  void park(int slot) {
    parked.add(slot);
    place[slot] = PARKED;
  }

  void unpark(int slot) {
    parked.remove(slot);
    place[slot] = RESTING;
  }

  /** Whether the slot, taken as unsigned, is within the pool. */
  boolean has(int slot) {
    return Integer.compareUnsigned(slot, place.length) < 0;
  }

  boolean isLive(int slot) {
    return place[slot] != FREE;
  }

  boolean isParked(int slot) {
    return place[slot] == PARKED;
  }

  /** Whether a live order with this id is in the slot. */
  boolean holds(int slot, long orderId) {
    return has(slot) && isLive(slot) && id[slot] == orderId;
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

  /** The self-trade group that the order entered with. */
  int group(int slot) {
    return group[slot];
  }

  int positionSlot(int slot) {
    return positionSlot[slot];
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

  void lowerTotal(int slot, int newTotal) {
    total[slot] = newTotal;
  }
}
