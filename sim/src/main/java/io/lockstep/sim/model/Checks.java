package io.lockstep.sim.model;

import static io.lockstep.sim.model.Command.NOT_REFUSED;

import io.lockstep.schema.card.RejectReason;

/** Reasons that several commands have in common, with one meaning. */
final class Checks {
  private final CardState state;

  Checks(CardState state) {
    this.state = state;
  }

  /** The instrument and the account of a position: each known. */
  RejectReason holder(int instrument, int account) {
    if (!state.knowsInstrument(instrument)) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    return state.accounts.knows(account) ? NOT_REFUSED : RejectReason.UNKNOWN_ACCOUNT;
  }

  /** An order's instrument, account and position: each known, and the position theirs. */
  RejectReason owner(int instrument, int account, int positionSlot) {
    RejectReason unknown = holder(instrument, account);
    if (unknown != NOT_REFUSED) {
      return unknown;
    }
    boolean theirs = state.positions.isOf(positionSlot, account, instrument);
    return theirs ? NOT_REFUSED : RejectReason.UNKNOWN_POSITION;
  }

  /** The slot of a position that is to open: free. */
  RejectReason freePositionSlot(int slot) {
    if (!state.positions.has(slot)) {
      return RejectReason.POSITION_OUT_OF_RANGE;
    }
    return state.positions.open.contains(slot) ? RejectReason.POSITION_OCCUPIED : NOT_REFUSED;
  }

  /** The slot of an order that may become live: free, and the pool not full. */
  RejectReason freeSlot(int slot) {
    if (!state.pool.has(slot)) {
      return RejectReason.SLOT_OUT_OF_RANGE;
    }
    if (state.pool.isLive(slot)) {
      return RejectReason.SLOT_OCCUPIED;
    }
    if (state.pool.liveOrders() >= state.capacities.liveOrders()) {
      return RejectReason.POOL_FULL;
    }
    return NOT_REFUSED;
  }

  /** Whether a live order of this id and account is in the slot. */
  boolean names(int slot, long orderId, int account) {
    return state.pool.holds(slot, orderId) && state.pool.account(slot) == account;
  }

  /** Whether a window that starts at the base lies within the prices. */
  boolean isWindow(int base) {
    return base != Integer.MIN_VALUE
        && (long) base + state.capacities.levels() - 1 <= Integer.MAX_VALUE;
  }

  /** Whether a band is not empty, and inside the window that starts at the base. */
  boolean isBand(int low, int high, int windowBase) {
    return low <= high
        && low >= windowBase
        && (long) high < (long) windowBase + state.capacities.levels();
  }

  /** A parked or loaded order that is to rest without matching. */
  RejectReason restingWithoutMatch(Instrument instrument, int side, int price) {
    if (instrument.wouldCross(side, price)) {
      return RejectReason.WOULD_CROSS;
    }
    if (instrument.isBeyondBand(side, price)) {
      return RejectReason.BEYOND_BAND;
    }
    return NOT_REFUSED;
  }
}
