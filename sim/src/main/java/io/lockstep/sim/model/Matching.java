package io.lockstep.sim.model;

import static io.lockstep.sim.model.OrderPool.NONE;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.RejectReason;

/** Continuous matching: an incoming order meets the makers in book order. */
final class Matching {
  private final OrderPool pool;
  private final LiveOrders orders;
  private final Trades trades;

  Matching(CardState state, LiveOrders orders, Trades trades) {
    this.pool = state.pool;
    this.orders = orders;
    this.trades = trades;
  }

  /** Trades with the best makers within limit and band, until nothing of the order is left. */
  void match(Order order) {
    BookSide makers = order.instrument.book.opposite(order.side);
    while (order.left > 0 && order.reaches(makers.bestPrice())) {
      int maker = makers.first(makers.bestPrice());
      if (order.hasSameOwner(pool, maker)) {
        preventSelfTrade(order, maker);
      } else {
        trades.match(order, maker);
      }
    }
  }

  private void preventSelfTrade(Order order, int maker) {
    if (order.removesOwnOrders()) {
      orders.cancel(maker, CancelReason.SELF_TRADE);
    }
    if (order.yieldsToOwnOrders()) {
      orders.cancelIncoming(order, CancelReason.SELF_TRADE);
    }
  }

  /** Why a fill or kill would not be filled in full, by a walk that changes nothing. */
  RejectReason refusalOfFillOrKill(Order order) {
    BookSide makers = order.instrument.book.opposite(order.side);
    long missing = order.left;
    int price = makers.bestPrice();
    for (; order.reaches(price); price = makers.nextWorsePrice(price)) {
      for (int maker = makers.first(price); maker != NONE; maker = pool.next(maker)) {
        if (!order.hasSameOwner(pool, maker)) {
          missing -= pool.open(maker);
        } else if (order.yieldsToOwnOrders()) {
          return RejectReason.WOULD_SELF_TRADE;
        }
        if (missing <= 0) {
          return RejectReason.NULL_VAL;
        }
      }
    }
    return RejectReason.UNFILLABLE;
  }
}
