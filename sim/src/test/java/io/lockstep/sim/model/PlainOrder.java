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
    return copy;
  }
}
