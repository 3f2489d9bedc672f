package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelReason;

/** How an order comes in, whether new or replaced: it is parked, or matches and may rest. */
final class OrderEntry {
  private final Matching matching;
  private final LiveOrders orders;
  private final Holdings holdings;
  private final StatusReports statuses;

  OrderEntry(Matching matching, LiveOrders orders, Holdings holdings, StatusReports statuses) {
    this.matching = matching;
    this.orders = orders;
    this.holdings = holdings;
    this.statuses = statuses;
  }

  /** The order is accepted: its lots are open from now on. To be told before it enters. */
  void accept(Order order) {
    holdings.open(order);
  }

  /** An accepted order comes in. */
  void enter(Order order) {
    statuses.compare(order.account);
    if (order.parked) {
      orders.enter(order);
      return;
    }
    matching.match(order);
    if (order.left > 0) {
      restOrCancel(order);
    }
  }

  private void restOrCancel(Order order) {
    if (order.isBeyondBand()) {
      orders.cancelIncoming(order, CancelReason.BAND);
    } else if (!order.goodTillCancelled) {
      orders.cancelIncoming(order, CancelReason.IMMEDIATE_OR_CANCEL);
    } else {
      orders.enter(order);
    }
  }
}
