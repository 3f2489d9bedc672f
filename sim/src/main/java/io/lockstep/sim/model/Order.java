package io.lockstep.sim.model;

import static io.lockstep.sim.model.Accounts.NO_GROUP;
import static io.lockstep.sim.model.Sides.NO_PRICE;

import io.lockstep.schema.card.SelfTradePrevention;

/** An order on its way in: a new one, a replaced one that lost its place, or one being loaded. */
final class Order {
  private static final int CANCEL_INCOMING = SelfTradePrevention.CANCEL_INCOMING.value();
  private static final int CANCEL_RESTING = SelfTradePrevention.CANCEL_RESTING.value();

  Instrument instrument;
  long id;
  int account;
  int session;

  /** Of accounts that do not trade with each other; or {@link Accounts#NO_GROUP}. */
  int group;

  /** Of its account when it entered; 0 without margin. */
  int feeTier;

  /** r: what it reserves a lot, in scaled minor units; 0 without margin. */
  long reserve;

  int positionSlot;
  int slot;
  int side;
  int limit;

  /** Lots, the filled ones included. */
  int total;

  /** Lots not yet filled; 0 once the order has ended. */
  int left;

  /** As the command names it, a code of the schema. */
  int selfTradePrevention;

  /** Whether what is left may rest. */
  boolean goodTillCancelled;

  /** Whether it goes where it cannot be met. */
  boolean parked;

  /** Whether it may trade at a price: within its limit and the band. */
  boolean reaches(int price) {
    return price != NO_PRICE && Sides.accepts(side, limit, price) && instrument.bandHolds(price);
  }

  /** Whether it would trade on arrival. */
  boolean wouldTrade() {
    return reaches(instrument.book.opposite(side).bestPrice());
  }

  /** Makes the quantity of a new order no larger than that. */
  void clamp(int most) {
    total = Math.min(total, most);
    left = total;
  }

  boolean isBeyondBand() {
    return instrument.isBeyondBand(side, limit);
  }

  /** Whether it may rest, at a price that has no level. */
  boolean lacksLevel() {
    return !parked && !isBeyondBand() && !instrument.windowHolds(limit);
  }

  boolean hasSameOwner(OrderPool pool, int maker) {
    return account == pool.account(maker) || (group != NO_GROUP && group == pool.group(maker));
  }

  /** Whether it ends when it meets an order of its owner; always, if it has no group. */
  boolean yieldsToOwnOrders() {
    return group == NO_GROUP || selfTradePrevention != CANCEL_RESTING;
  }

  /** Whether orders of its owner end when it meets them. */
  boolean removesOwnOrders() {
    return group != NO_GROUP && selfTradePrevention != CANCEL_INCOMING;
  }
}
