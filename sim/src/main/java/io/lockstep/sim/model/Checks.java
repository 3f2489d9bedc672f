package io.lockstep.sim.model;

import static io.lockstep.sim.model.Command.NOT_REFUSED;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.sim.model.margin.Bounds;

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

  /** An instrument, and two accounts with a position each: all known, and the positions theirs. */
  RejectReason owners(int instrument, int buyer, int buyerSlot, int seller, int sellerSlot) {
    RejectReason unknown = holder(instrument, buyer);
    if (unknown != NOT_REFUSED) {
      return unknown;
    }
    if (!state.accounts.knows(seller)) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    boolean theirs =
        state.positions.isOf(buyerSlot, buyer, instrument)
            && state.positions.isOf(sellerSlot, seller, instrument);
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
    return freePool();
  }

  /** The order pool: not full. */
  RejectReason freePool() {
    boolean full = state.pool.liveOrders() >= state.capacities.liveOrders();
    return full ? RejectReason.POOL_FULL : NOT_REFUSED;
  }

  /** Whether |pos| + B + A and so many more lots would pass the instrument's position limit. */
  boolean wouldPassLimit(int positionSlot, long more) {
    long limit = state.instrumentOfPosition(positionSlot).terms.positionLimit();
    return state.positions.lotsAndOpen(positionSlot) + more > limit;
  }

  /**
   * An account's portfolio in a slot, of an instrument's group, that is to have one more position.
   */
  RejectReason roomInPortfolio(int slot, int account, int instrument) {
    if (!state.hasMargin()) {
      return NOT_REFUSED;
    }
    int group = state.instrument(instrument).terms.groupNumber();
    if (!state.portfolios.isOf(slot, account, group)) {
      return RejectReason.UNKNOWN_PORTFOLIO;
    }
    boolean full =
        state.portfolios.get(slot).positions() >= Bounds.POSITIONS_OF_PORTFOLIO
            || state.accounts.margin(account).positions() >= Bounds.POSITIONS_OF_ACCOUNT;
    return full ? RejectReason.PORTFOLIO_FULL : NOT_REFUSED;
  }

  /** Whether a fee tier is none, on a card that has them. */
  boolean isNoTier(int tier) {
    return state.hasMargin() && tier >= Bounds.TIERS;
  }

  /** The slot of a portfolio that is to open: its account and group are there, and it is free. */
  RejectReason newPortfolio(int slot, int account, int group) {
    if (!state.accounts.knows(account)) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (!state.hasGroup(group)) {
      return RejectReason.GROUP_OUT_OF_RANGE;
    }
    if (!state.portfolios.has(slot)) {
      return RejectReason.PORTFOLIO_OUT_OF_RANGE;
    }
    if (state.portfolios.open.contains(slot)) {
      return RejectReason.PORTFOLIO_OCCUPIED;
    }
    boolean exists = state.accounts.margin(account).portfolioOf(state.group(group)) != null;
    return exists ? RejectReason.PORTFOLIO_EXISTS : NOT_REFUSED;
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
