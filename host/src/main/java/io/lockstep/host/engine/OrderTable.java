package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;
import io.lockstep.host.slots.FreeSlots;
import io.lockstep.host.slots.LinkedSlots;
import io.lockstep.host.slots.SlotIndex;
import io.lockstep.schema.snapshot.OrderReserveStateDecoder;
import io.lockstep.schema.snapshot.OrderStateDecoder;
import io.lockstep.schema.snapshot.Truth;

/**
 * The orders that are live or on their way, by slot, with the free list. A slot is taken by stage A
 * and freed by stage B, once the command that ended its order is settled. What the card knows of an
 * order that may rest stands here too, and in the same slot; of an order that cannot, the card
 * knows no slot. Flat arrays; one thread.
 */
final class OrderTable {
  /** No slot: an order not known here. */
  static final int NO_SLOT = LinkedSlots.END;

  private static final byte FREE = 0;
  private static final byte ENTERING = 1;
  private static final byte RESTING = 2;
  private static final byte PARKED = 3;
  private static final byte ENDED = 4;

  private final long[] orderIds;
  private final long[] clientOrderIds;
  private final long[] priorities;
  private final int[] sessions;
  private final int[] accounts;
  private final int[] positions;
  private final int[] selfTradeGroups;
  private final int[] instruments;
  private final int[] pricesTicks;
  private final int[] totalsLots;
  private final int[] filledLots;
  private final byte[] sides;

  /** A lot, scaled minor units; 0 without margin. */
  private final long[] reserves;

  /** Fee tiers that the orders entered with. */
  private final byte[] feeTiers;

  private final byte[] states;

  /** Which of the live ones the public book shows: all that rest, once they have matched. */
  private final boolean[] inBook;

  private final FreeSlots free;
  private final LinkedSlots liveByInstrument;
  private final LinkedSlots liveByAccount;
  private final Positions positionTable;
  private final Calls calls;
  private final SlotIndex byOrderId;
  private final SlotIndex byClientOrderId;

  /**
   * @param positionTable is told of lots that come and go.
   * @param calls is told too.
   */
  OrderTable(CardDescription card, Positions positionTable, Calls calls) {
    this.positionTable = positionTable;
    this.calls = calls;
    int slots = card.orderSlots();
    orderIds = new long[slots];
    clientOrderIds = new long[slots];
    priorities = new long[slots];
    sessions = new int[slots];
    accounts = new int[slots];
    positions = new int[slots];
    selfTradeGroups = new int[slots];
    instruments = new int[slots];
    pricesTicks = new int[slots];
    totalsLots = new int[slots];
    filledLots = new int[slots];
    sides = new byte[slots];
    reserves = new long[slots];
    feeTiers = new byte[slots];
    states = new byte[slots];
    inBook = new boolean[slots];
    free = new FreeSlots(slots);
    liveByInstrument = new LinkedSlots(card.instruments(), slots);
    liveByAccount = new LinkedSlots(card.accounts(), slots);
    byOrderId = new SlotIndex(slots);
    byClientOrderId = new SlotIndex(slots);
  }

  // ------------------------------------------------------------------ stage A

  /**
   * Takes a slot for the order that a request enters.
   *
   * @param positionSlot whose position it changes.
   * @param selfTradeGroup that its account has now, and the order keeps.
   * @param feeTier likewise.
   */
  int open(Request order, int priceTicks, int positionSlot, int selfTradeGroup, int feeTier) {
    Invariant.check(free.count() > 0, "a slot is free for every command in flight");
    int slot = free.take();
    orderIds[slot] = order.logSequence;
    clientOrderIds[slot] = order.clientOrderId;
    priorities[slot] = order.logSequence;
    sessions[slot] = order.session;
    accounts[slot] = order.account;
    positions[slot] = positionSlot;
    selfTradeGroups[slot] = selfTradeGroup;
    instruments[slot] = order.instrumentId;
    pricesTicks[slot] = priceTicks;
    totalsLots[slot] = 0;
    filledLots[slot] = 0;
    sides[slot] = order.side;
    reserves[slot] = 0;
    feeTiers[slot] = (byte) feeTier;
    states[slot] = ENTERING;
    index(slot);
    return slot;
  }

  private void index(int slot) {
    byOrderId.put(orderIds[slot], 0, slot);
    byClientOrderId.put(clientOrderIds[slot], sessions[slot], slot);
  }

  /** Slot of an order, or {@link #NO_SLOT}. */
  int slotOf(long orderId) {
    return byOrderId.get(orderId, 0);
  }

  /** Slot of an order by the client's own id, or {@link #NO_SLOT}. */
  int slotOf(long clientOrderId, int session) {
    return byClientOrderId.get(clientOrderId, session);
  }

  // ------------------------------------------------------------------ stage B

  /** The card took the order in, with so many lots. */
  void accept(int slot, int lots, boolean parked) {
    totalsLots[slot] = lots;
    states[slot] = parked ? PARKED : RESTING;
    liveByInstrument.add(instruments[slot], slot);
    liveByAccount.add(accounts[slot], slot);
    count(slot, openLots(slot));
  }

  /** The card reserves so much for each open lot of the order. */
  void reserve(int slot, long scaledMinorUnits) {
    reserves[slot] = scaledMinorUnits;
  }

  /** The order left the book, or came back; it has its price, its lots and its priority still. */
  void park(int slot, boolean parked) {
    states[slot] = parked ? PARKED : RESTING;
  }

  /** The public book shows the order from now on. */
  void enterBook(int slot) {
    inBook[slot] = true;
  }

  /** The public book does not show the order any more. */
  void leaveBook(int slot) {
    inBook[slot] = false;
  }

  /** The order kept its place and has a lower total. */
  void reduce(int slot, int totalLots) {
    count(slot, totalLots - totalsLots[slot]);
    totalsLots[slot] = totalLots;
  }

  /** The order entered anew. */
  void move(int slot, int priceTicks, int totalLots, long priority, boolean parked) {
    count(slot, -openLots(slot));
    pricesTicks[slot] = priceTicks;
    totalsLots[slot] = totalLots;
    priorities[slot] = priority;
    states[slot] = parked ? PARKED : RESTING;
    count(slot, openLots(slot));
  }

  /** Counts a fill; answers what is still open. */
  int fill(int slot, int lots) {
    filledLots[slot] += lots;
    count(slot, -lots);
    int open = openLots(slot);
    Invariant.check(open >= 0, "no order is filled beyond its total");
    return open;
  }

  /** The card has ended the order, which is not reported yet: it has its slot until then. */
  void end(int slot) {
    states[slot] = ENDED;
  }

  /** Gives a slot back. */
  void close(int slot) {
    Invariant.check(states[slot] != FREE, "the slot that is freed was in use");
    count(slot, -openLots(slot));
    if (isLive(slot)) {
      liveByInstrument.remove(instruments[slot], slot);
      liveByAccount.remove(accounts[slot], slot);
    }
    byOrderId.remove(orderIds[slot], 0);
    byClientOrderId.remove(clientOrderIds[slot], sessions[slot]);
    states[slot] = FREE;
    inBook[slot] = false;
    free.give(slot);
  }

  private void count(int slot, int lots) {
    positionTable.count(positions[slot], isBid(slot), lots);
    calls.count(instruments[slot], isBid(slot), pricesTicks[slot], lots);
  }

  // ------------------------------------------------------------------ what is known

  /** Slots in all. */
  int slots() {
    return states.length;
  }

  /** Slots in use. */
  int used() {
    return states.length - free.count();
  }

  /** Where a walk over an instrument's live orders begins, or {@link #NO_SLOT}. */
  int firstLive(int instrument) {
    return liveByInstrument.first(instrument);
  }

  /** Where it goes on, or {@link #NO_SLOT}. */
  int nextLive(int slot) {
    return liveByInstrument.next(slot);
  }

  /** Where a walk over an account's live orders begins, or {@link #NO_SLOT}. */
  int firstOfAccount(int account) {
    return liveByAccount.first(account);
  }

  /** Where it goes on, or {@link #NO_SLOT}. */
  int nextOfAccount(int slot) {
    return liveByAccount.next(slot);
  }

  /** The card has taken the order in, and its end is not reported. */
  boolean isLive(int slot) {
    return states[slot] >= RESTING;
  }

  /** The card has taken the order in, and has not ended it. */
  boolean isOnCard(int slot) {
    return states[slot] == RESTING || states[slot] == PARKED;
  }

  /** It is live, and outside the book. */
  boolean isParked(int slot) {
    return states[slot] == PARKED;
  }

  /** The public book shows it. */
  boolean isInBook(int slot) {
    return inBook[slot];
  }

  long orderId(int slot) {
    return orderIds[slot];
  }

  long clientOrderId(int slot) {
    return clientOrderIds[slot];
  }

  /** Log sequence of the message that gave the order its place: of two at a price, lower first. */
  long priority(int slot) {
    return priorities[slot];
  }

  int session(int slot) {
    return sessions[slot];
  }

  int account(int slot) {
    return accounts[slot];
  }

  /** Slot of the position that it changes. */
  int position(int slot) {
    return positions[slot];
  }

  /** That its account had when it entered, an unsigned number; 0: none. */
  int selfTradeGroup(int slot) {
    return selfTradeGroups[slot];
  }

  int instrument(int slot) {
    return instruments[slot];
  }

  int priceTicks(int slot) {
    return pricesTicks[slot];
  }

  int totalLots(int slot) {
    return totalsLots[slot];
  }

  int filledLots(int slot) {
    return filledLots[slot];
  }

  int openLots(int slot) {
    return totalsLots[slot] - filledLots[slot];
  }

  /** r: what the card reserves for each open lot, scaled minor units. */
  long reserve(int slot) {
    return reserves[slot];
  }

  /** That its account had when it entered. */
  int feeTier(int slot) {
    return feeTiers[slot];
  }

  byte side(int slot) {
    return sides[slot];
  }

  boolean isBid(int slot) {
    return sides[slot] == OrderCodes.BUY;
  }

  // ------------------------------------------------------------------ snapshot

  /** Takes in a live order. It gets another slot than it had: nobody outside sees slots. */
  void restore(OrderStateDecoder record) {
    int slot = free.take();
    orderIds[slot] = record.orderId();
    clientOrderIds[slot] = record.clientOrderId();
    priorities[slot] = record.priority();
    sessions[slot] = record.session();
    accounts[slot] = record.account();
    positions[slot] = record.position();
    selfTradeGroups[slot] = record.selfTradeGroup();
    instruments[slot] = record.instrument();
    pricesTicks[slot] = record.priceTicks();
    filledLots[slot] = record.filledLots();
    sides[slot] = (byte) record.side();
    index(slot);
    accept(slot, record.totalLots(), record.parked() == Truth.YES);
    inBook[slot] = !isParked(slot);
  }

  /** Takes in what margin knows of an order that was taken in. */
  void restore(OrderReserveStateDecoder record) {
    int slot = slotOf(record.orderId());
    reserves[slot] = record.reserve();
    feeTiers[slot] = (byte) record.feeTier();
  }
}
