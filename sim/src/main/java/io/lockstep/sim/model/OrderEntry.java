package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelReason;

/** How an order comes in, whether new or replaced: it is parked, or matches and may rest. */
final class OrderEntry {
  private final Matching matching;
  private final LiveOrders orders;
  private final EventWriter events;

  OrderEntry(Matching matching, LiveOrders orders, EventWriter events) {
    this.matching = matching;
    this.orders = orders;
    this.events = events;
  }

  void enter(Order order) {
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
      events.cancelled(order, CancelReason.BAND);
    } else if (!order.goodTillCancelled) {
      events.cancelled(order, CancelReason.IMMEDIATE_OR_CANCEL);
    } else {
      orders.enter(order);
    }
  }
}
