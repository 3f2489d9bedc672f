package io.lockstep.host.engine;

import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.client.CancelReason;

/** What the card's cancels do to the orders, whoever asked for them. */
final class OrderEnds {
  private final OrderTable orders;
  private final OrderReports reports;
  private final BookReports book;

  OrderEnds(OrderTable orders, OrderReports reports, BookReports book) {
    this.orders = orders;
    this.reports = reports;
    this.book = book;
  }

  /** The order that the request names has ended by it. */
  void byRequest(Request request, CancelledDecoder cancelled) {
    Invariant.check(
        check(cancelled) == request.slot, "the order that is cancelled is the one that was named");
    reports.cancelledOnRequest(request);
    book.left(request, request.slot);
    orders.close(request.slot);
  }

  /** The rest of the taker has ended, or a maker of the same owner. */
  void whileMatching(Request request, CancelledDecoder cancelled) {
    unasked(request, cancelled, CancelReason.get(cancelled.reasonRaw()));
  }

  /** An order has ended that its owner did not ask to cancel. */
  void unasked(Request request, CancelledDecoder cancelled, CancelReason reason) {
    int slot = check(cancelled);
    reports.cancelled(request, slot, reason);
    book.left(request, slot);
    orders.close(slot);
  }

  /** The slot of the order that the event names. */
  int check(CancelledDecoder cancelled) {
    int slot = orders.slotOf(cancelled.orderId());
    Invariant.check(
        slot != OrderTable.NO_SLOT
            && orders.isOnCard(slot)
            && cancelled.quantity() == orders.openLots(slot),
        "the order that is cancelled is live, with what it has open");
    return slot;
  }
}
