package io.lockstep.sim.model;

import io.lockstep.schema.card.Side;

/** A live order of {@link PlainCard}, or one that comes in. */
final class PlainOrder {
  long id;
  long slot;
  long account;
  long session;
  long group;
  long position;
  int instrument;
  boolean isBid;
  long price;
  long total;
  long filled;
  boolean parked;

  /** Of the account when it entered. */
  int tier;

  /** r: what it reserves a lot. */
  long reserve;

  long open() {
    return total - filled;
  }

  Side side() {
    return isBid ? Side.BUY : Side.SELL;
  }

  /** Whether it may trade at a price, as far as its limit says. */
  boolean accepts(long makersPrice) {
    return isBid ? makersPrice <= price : makersPrice >= price;
  }

  /** Whether, taking the place of an order, it stays where that is in its queue. */
  boolean keepsPlaceOf(PlainOrder old) {
    return price == old.price && total <= old.total && parked == old.parked;
  }

  boolean isOfOwner(PlainOrder other) {
    return account == other.account || (group != 0 && group == other.group);
  }

  PlainOrder copy() {
    PlainOrder copy = new PlainOrder();
    copy.id = id;
    copy.slot = slot;
    copy.account = account;
    copy.session = session;
    copy.group = group;
    copy.position = position;
    copy.instrument = instrument;
    copy.isBid = isBid;
    copy.price = price;
    copy.total = total;
    copy.filled = filled;
    copy.parked = parked;
    copy.tier = tier;
    copy.reserve = reserve;
    return copy;
  }
}
