package io.lockstep.sim.model;

/**
 * The live orders of all instruments, each in the slot that the host named. All fields of an order
 * but id and reserve stand together, 16 integers a slot, so that an order is read from one place in
 * memory.
 */
final class OrderPool {
  /** No slot: end of a level's queue. */
  static final int NONE = -1;

  private static final int FREE = 0;
  private static final int RESTING = 1;
  private static final int PARKED = 2;

  private static final int FIELDS_SHIFT = 4;
  private static final int PLACE = 0;
  private static final int ACCOUNT = 1;
  private static final int SESSION = 2;
  private static final int GROUP = 3;
  private static final int POSITION_SLOT = 4;
  private static final int INSTRUMENT = 5;
  private static final int SIDE = 6;
  private static final int PRICE = 7;
  private static final int TOTAL = 8;
  private static final int FILLED = 9;
  private static final int NEXT = 10;
  private static final int PREVIOUS = 11;
  private static final int FEE_TIER = 12;

  /** The slots of the parked orders. */
  final IndexSet parked;

  private final int slots;
  private final long[] id;
  private final long[] reserve;
  private final int[] fields;
  private int liveOrders;

  OrderPool(int slots) {
    this.slots = slots;
    parked = new IndexSet(slots);
    id = new long[slots];
    reserve = new long[slots];
    fields = new int[slots << FIELDS_SHIFT];
  }

  private int get(int slot, int field) {
    return fields[(slot << FIELDS_SHIFT) + field];
  }

  private void set(int slot, int field, int value) {
    fields[(slot << FIELDS_SHIFT) + field] = value;
  }

  /** Makes the slot live, resting or parked. The level that a resting order joins links it. */
  void enter(Order order) {
    int slot = order.slot;
    id[slot] = order.id;
    reserve[slot] = order.reserve;
    set(slot, ACCOUNT, order.account);
    set(slot, SESSION, order.session);
    set(slot, GROUP, order.group);
    set(slot, POSITION_SLOT, order.positionSlot);
    set(slot, INSTRUMENT, order.instrument.number);
    set(slot, SIDE, order.side);
    set(slot, PRICE, order.limit);
    set(slot, TOTAL, order.total);
    set(slot, FILLED, order.total - order.left);
    set(slot, FEE_TIER, order.feeTier);
    liveOrders++;
    if (order.parked) {
      park(slot);
    } else {
      set(slot, PLACE, RESTING);
    }
  }

  void free(int slot) {
    if (isParked(slot)) {
      parked.remove(slot);
    }
    set(slot, PLACE, FREE);
    liveOrders--;
  }

  void park(int slot) {
    parked.add(slot);
    set(slot, PLACE, PARKED);
  }

  void unpark(int slot) {
    parked.remove(slot);
    set(slot, PLACE, RESTING);
  }

  /** Whether the slot, taken as unsigned, is within the pool. */
  boolean has(int slot) {
    return Integer.compareUnsigned(slot, slots) < 0;
  }

  boolean isLive(int slot) {
    return get(slot, PLACE) != FREE;
  }

  boolean isParked(int slot) {
    return get(slot, PLACE) == PARKED;
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

  /** r: what the order reserves a lot. */
  long reserve(int slot) {
    return reserve[slot];
  }

  void setReserve(int slot, long newReserve) {
    reserve[slot] = newReserve;
  }

  /** The fee tier that the order entered with. */
  int feeTier(int slot) {
    return get(slot, FEE_TIER);
  }

  int account(int slot) {
    return get(slot, ACCOUNT);
  }

  int session(int slot) {
    return get(slot, SESSION);
  }

  /** The self-trade group that the order entered with. */
  int group(int slot) {
    return get(slot, GROUP);
  }

  int positionSlot(int slot) {
    return get(slot, POSITION_SLOT);
  }

  int instrument(int slot) {
    return get(slot, INSTRUMENT);
  }

  int side(int slot) {
    return get(slot, SIDE);
  }

  int price(int slot) {
    return get(slot, PRICE);
  }

  int total(int slot) {
    return get(slot, TOTAL);
  }

  int filled(int slot) {
    return get(slot, FILLED);
  }

  /** Lots still open. */
  int open(int slot) {
    return total(slot) - filled(slot);
  }

  void fill(int slot, int lots) {
    set(slot, FILLED, filled(slot) + lots);
  }

  void lowerTotal(int slot, int newTotal) {
    set(slot, TOTAL, newTotal);
  }

  /** Slot of the order behind this one at its level, or {@link #NONE}. */
  int next(int slot) {
    return get(slot, NEXT);
  }

  /** Slot of the order before this one at its level, or {@link #NONE}. */
  int previous(int slot) {
    return get(slot, PREVIOUS);
  }

  void linkNext(int slot, int next) {
    set(slot, NEXT, next);
  }

  void linkPrevious(int slot, int previous) {
    set(slot, PREVIOUS, previous);
  }
}
