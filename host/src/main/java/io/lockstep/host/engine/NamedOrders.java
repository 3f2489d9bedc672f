package io.lockstep.host.engine;

import io.lockstep.schema.client.CancelOrderDecoder;

/** Finds the orders that requests name. */
final class NamedOrders {
  private static final long NO_ID = CancelOrderDecoder.orderIdNullValue();

  /** No order has it. */
  private static final long NO_SUCH_ORDER = 0;

  private final OrderTable orders;

  NamedOrders(OrderTable orders) {
    this.orders = orders;
  }

  /**
   * Notes the slot of the order that a request names by one of its ids.
   *
   * @return the order's id, for the card. An order that is not known here goes to the card all the
   *     same, which alone can tell.
   */
  long find(Request request, long originalClientOrderId) {
    if (request.namedOrderId != NO_ID) {
      request.slot = orders.slotOf(request.namedOrderId);
      return request.namedOrderId;
    }
    request.slot = orders.slotOf(originalClientOrderId, request.session);
    return request.slot == OrderTable.NO_SLOT ? NO_SUCH_ORDER : orders.orderId(request.slot);
  }
}
