package io.lockstep.sim.model;

import io.lockstep.schema.card.Side;

/** The two sides as their codes, and what "better" means on each. */
final class Sides {
  static final int BUY = Side.BUY.value();
  static final int SELL = Side.SELL.value();

  /** The price that is none: what a missing side of the book shows. */
  static final int NO_PRICE = Integer.MIN_VALUE;

  private Sides() {}

  /** Whether an order of the side, limited to {@code limit}, accepts to trade at the price. */
  static boolean accepts(int side, int limit, int price) {
    return side == BUY ? price <= limit : price >= limit;
  }

  /** Whether orders of the side go first at the one price before the other. */
  static boolean isBetter(int side, int price, int other) {
    return side == BUY ? price > other : price < other;
  }

  /** 1 of a bid, −1 of an ask. */
  static int sign(int side) {
    return 1 - 2 * side;
  }

  static int opposite(int side) {
    return BUY + SELL - side;
  }
}
