package io.lockstep.sim.fuzz;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/** The positions that the generator believes open. */
final class KnownPositions {
  private static final int NONE = -1;

  /** |pos| + B + A never passes it, nor an instrument's own limit. */
  static final long BOUND = (1 << 28) - 1;

  private final int[] account;
  private final int[] instrument;
  private final int[] portfolio;
  private final long[] lots;
  private final long[] bids;
  private final long[] asks;
  private final long[] bound;
  private final SlotGroups byInstrument;
  private final SlotGroups open;
  private final Long2LongHashMap slots = new Long2LongHashMap(NONE);
  private boolean hasTwins;

  KnownPositions(int slots, int instruments) {
    account = new int[slots];
    instrument = new int[slots];
    portfolio = new int[slots];
    bound = new long[instruments];
    Arrays.fill(bound, BOUND);
    lots = new long[slots];
    bids = new long[slots];
    asks = new long[slots];
    byInstrument = new SlotGroups(instruments, slots);
    open = new SlotGroups(1, slots);
  }

  void open(int slot, int ofAccount, int ofInstrument, long position) {
    account[slot] = ofAccount;
    instrument[slot] = ofInstrument;
    lots[slot] = position;
    bids[slot] = 0;
    asks[slot] = 0;
    hasTwins |= slots.put(key(ofAccount, ofInstrument), slot) != NONE;
    byInstrument.put(slot, ofInstrument);
    open.put(slot, 0);
  }

  /** A position is of a portfolio. */
  void bind(int slot, int ofPortfolio) {
    portfolio[slot] = ofPortfolio;
  }

  /** An instrument has a limit of its own. */
  void setBound(int ofInstrument, long positionLimit) {
    bound[ofInstrument] = positionLimit;
  }

  void close(int slot) {
    slots.remove(key(account[slot], instrument[slot]));
    byInstrument.remove(slot);
    open.remove(slot);
  }

  private static long key(int ofAccount, int ofInstrument) {
    return (long) ofInstrument << Integer.SIZE | Integer.toUnsignedLong(ofAccount);
  }

  /** Slot of an account's position in an instrument; -1 without one. */
  int slotOf(int ofAccount, int ofInstrument) {
    return (int) slots.get(key(ofAccount, ofInstrument));
  }

  /** Whether an account ever had two positions in an instrument, which a host does not do. */
  boolean hasTwins() {
    return hasTwins;
  }

  void addOpen(int slot, boolean sells, long orderLots) {
    (sells ? asks : bids)[slot] += orderLots;
  }

  void fill(int slot, boolean sells, long filled) {
    lots[slot] += sells ? -filled : filled;
  }

  boolean isOpen(int slot) {
    return Integer.compareUnsigned(slot, account.length) < 0 && open.isIn(slot, 0);
  }

  int openCount() {
    return open.size(0);
  }

  int openCount(int ofInstrument) {
    return byInstrument.size(ofInstrument);
  }

  /** An open position by chance; -1 without any. */
  int any(Dice dice) {
    return open.any(0, dice);
  }

  /** One of the first few positions of an instrument; -1 without any. */
  int any(Dice dice, int ofInstrument, int few) {
    int count = Math.min(few, byInstrument.size(ofInstrument));
    return count == 0 ? NONE : byInstrument.at(ofInstrument, dice.below(count));
  }

  int account(int slot) {
    return account[slot];
  }

  int instrument(int slot) {
    return instrument[slot];
  }

  long lots(int slot) {
    return lots[slot];
  }

  /** Lots that orders of the position may still open. */
  long room(int slot) {
    return bound[instrument[slot]] - Math.abs(lots[slot]) - bids[slot] - asks[slot];
  }

  /** The largest position of an instrument. */
  long bound(int ofInstrument) {
    return bound[ofInstrument];
  }

  /** Open lots of the position's bids or asks. */
  long open(int slot, boolean asksOnly) {
    return (asksOnly ? asks : bids)[slot];
  }

  /** The portfolio of a position; 0 without margin. */
  int portfolio(int slot) {
    return portfolio[slot];
  }

  boolean isEmpty(int slot) {
    return lots[slot] == 0 && bids[slot] == 0 && asks[slot] == 0;
  }
}
