package io.lockstep.sim.fuzz;

import org.agrona.collections.Long2LongHashMap;

/** The orders that the generator believes live, and the slots that it believes free. */
final class KnownOrders {
  private static final int NONE = -1;
  private static final int FREE_CHOICE = 16;

  private final long[] id;
  private final int[] account;
  private final int[] selfTradeGroup;
  private final int[] positionSlot;
  private final int[] feeTier;
  private final int[] instrument;
  private final int[] price;
  private final long[] total;
  private final long[] open;
  private final boolean[] sells;
  private final boolean[] parked;
  private final SlotGroups places;
  private final SlotGroups live;
  private final Long2LongHashMap slots = new Long2LongHashMap(NONE);
  private final int[] free;
  private final boolean[] isListedFree;
  private final int[] count;
  private final KnownPositions positions;
  private int freeCount;
  private long finishedId;
  private int finishedSlot;

  KnownOrders(int orderSlots, int instruments, KnownPositions positions) {
    this.positions = positions;
    id = new long[orderSlots];
    account = new int[orderSlots];
    selfTradeGroup = new int[orderSlots];
    positionSlot = new int[orderSlots];
    feeTier = new int[orderSlots];
    instrument = new int[orderSlots];
    price = new int[orderSlots];
    total = new long[orderSlots];
    open = new long[orderSlots];
    sells = new boolean[orderSlots];
    parked = new boolean[orderSlots];
    places = new SlotGroups(4 * instruments, orderSlots);
    live = new SlotGroups(1, orderSlots);
    count = new int[instruments];
    free = new int[orderSlots];
    isListedFree = new boolean[orderSlots];
    for (int i = 0; i < orderSlots; i++) {
      giveBack(orderSlots - 1 - i);
    }
  }

  // ---- what happens to them

  /** An order is live now, all of it open but what is filled. */
  void enter(NewOrder order, long filled) {
    int slot = order.slot();
    if (isLive(slot)) {
      return; // The card would have refused it: it errs, and the difference is found elsewhere.
    }
    id[slot] = order.id();
    account[slot] = order.account();
    selfTradeGroup[slot] = order.selfTradeGroup();
    positionSlot[slot] = order.positionSlot();
    feeTier[slot] = order.feeTier();
    instrument[slot] = order.instrument();
    sells[slot] = order.sells();
    count[order.instrument()]++;
    live.put(slot, 0);
    slots.put(order.id(), slot);
    place(slot, order.price(), order.parked());
    total[slot] = order.total();
    open[slot] = order.total() - filled;
    positions.addOpen(positionSlot[slot], sells[slot], open[slot]);
  }

  /** What an order enters with. */
  record NewOrder(
      int slot,
      long id,
      int account,
      int selfTradeGroup,
      int feeTier,
      int positionSlot,
      int instrument,
      boolean sells,
      boolean parked,
      int price,
      long total) {}

  /** An order is at another price or in another place. */
  void place(int slot, int atPrice, boolean isParked) {
    price[slot] = atPrice;
    parked[slot] = isParked;
    places.put(slot, group(instrument[slot], sells[slot], isParked));
  }

  void setTotal(int slot, long lots) {
    positions.addOpen(positionSlot[slot], sells[slot], lots - total[slot]);
    open[slot] += lots - total[slot];
    total[slot] = lots;
  }

  /** An order was filled by some lots; it ends with the last of them. */
  void fill(int slot, long lots) {
    open[slot] -= lots;
    positions.addOpen(positionSlot[slot], sells[slot], -lots);
    positions.fill(positionSlot[slot], sells[slot], lots);
    if (open[slot] <= 0) {
      end(slot);
    }
  }

  /** An order is no longer live, and its slot is free. */
  void end(int slot) {
    finishedId = id[slot];
    finishedSlot = slot;
    positions.addOpen(positionSlot[slot], sells[slot], -open[slot]);
    places.remove(slot);
    live.remove(slot);
    slots.remove(id[slot]);
    count[instrument[slot]]--;
    giveBack(slot);
  }

  // ---- slots

  /**
   * Takes a slot for an order to be sent, chosen by chance among those given back last. A slot in
   * the list may be live all the same, where an order that was to find it occupied came too late;
   * it is dropped here.
   */
  int takeFreeSlot(Dice dice) {
    while (freeCount > 0) {
      int at = freeCount - 1 - dice.below(Math.min(freeCount, FREE_CHOICE));
      int slot = free[at];
      free[at] = free[--freeCount];
      isListedFree[slot] = false;
      if (!isLive(slot)) {
        return slot;
      }
    }
    throw new IllegalStateException("more orders in flight than the card has spare slots");
  }

  /** A slot that is probably free, for an order that is to be refused for another reason. */
  int anyFreeSlot(Dice dice) {
    return freeCount == 0 ? 0 : free[dice.below(freeCount)];
  }

  /** The order that took the slot is not live; does nothing where another one is. */
  void giveBack(int slot) {
    if (!isListedFree[slot] && !isLive(slot)) {
      isListedFree[slot] = true;
      free[freeCount++] = slot;
    }
  }

  // ---- which there are

  int liveCount() {
    return live.size(0);
  }

  int liveCount(int ofInstrument) {
    return count[ofInstrument];
  }

  boolean isLive(int slot) {
    return Integer.compareUnsigned(slot, id.length) < 0 && live.isIn(slot, 0);
  }

  /** Slot of the live order with an id; -1 where there is none. */
  int slotOf(long orderId) {
    return (int) slots.get(orderId);
  }

  /** Slot of a live order by chance; -1 without any. */
  int anyLive(Dice dice) {
    return live.any(0, dice);
  }

  /** A live order by its place in the list of all, which changes as orders end. */
  int liveAt(int place) {
    return live.at(0, place);
  }

  /** Slot of an order by chance on one side of an instrument; -1 without any. */
  int any(Dice dice, int ofInstrument, boolean asks, boolean isParked) {
    return places.any(group(ofInstrument, asks, isParked), dice);
  }

  int count(int ofInstrument, boolean asks, boolean isParked) {
    return places.size(group(ofInstrument, asks, isParked));
  }

  /** Slots of the orders on one side of an instrument, in no order. */
  int[] slots(int ofInstrument, boolean asks, boolean isParked) {
    return places.copy(group(ofInstrument, asks, isParked));
  }

  private static int group(int instrument, boolean sells, boolean parked) {
    return 4 * instrument + (sells ? 2 : 0) + (parked ? 1 : 0);
  }

  // ---- what they are

  long id(int slot) {
    return id[slot];
  }

  int account(int slot) {
    return account[slot];
  }

  int positionSlot(int slot) {
    return positionSlot[slot];
  }

  /** That it entered with; anything without margin. */
  int feeTier(int slot) {
    return feeTier[slot];
  }

  int instrument(int slot) {
    return instrument[slot];
  }

  int price(int slot) {
    return price[slot];
  }

  long total(int slot) {
    return total[slot];
  }

  long open(int slot) {
    return open[slot];
  }

  boolean sells(int slot) {
    return sells[slot];
  }

  boolean isParked(int slot) {
    return parked[slot];
  }

  /** Whether an order and an account with a group are of the same owner. */
  boolean isOwned(int slot, int byAccount, int byGroup) {
    return account[slot] == byAccount || (byGroup != 0 && selfTradeGroup[slot] == byGroup);
  }

  /** Id of the order that ended last, 0 before the first. */
  long finishedId() {
    return finishedId;
  }

  int finishedSlot() {
    return finishedSlot;
  }

  int finishedAccount() {
    return account[finishedSlot];
  }
}
