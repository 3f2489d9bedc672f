package io.lockstep.bench.flow;

import io.lockstep.driver.Mix64;

/** Whose are the commands of a {@link MixedFlow}. */
public interface Senders {
  /** Nobody in particular: the next command may be of any live order. */
  int ANY = -1;

  /** Account that sends the next command, or {@link #ANY}. */
  default int next() {
    return ANY;
  }

  /**
   * Account of a new order that {@link #ANY} sends: each is of an account that only bids or only
   * asks, so that none meets its own orders.
   */
  int of(long orderId, boolean buy);

  /** So many accounts one after the other; the lower half of them bids. */
  static Senders inTurn(int accounts) {
    return (orderId, buy) -> ofSide((int) (orderId % (accounts / 2)), buy, accounts);
  }

  /** So many accounts at random; the lower half of them bids. */
  static Senders atRandom(int accounts, long seed) {
    return (orderId, buy) ->
        ofSide(
            (int) Long.remainderUnsigned(Mix64.mix(seed + orderId), accounts / 2), buy, accounts);
  }

  private static int ofSide(int place, boolean buy, int accounts) {
    return buy ? place : accounts / 2 + place;
  }
}
