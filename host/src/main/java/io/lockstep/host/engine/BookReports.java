package io.lockstep.host.engine;

import io.lockstep.schema.client.BookChange;
import io.lockstep.schema.client.BookOrderEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes what changes in the public book, order by order. It holds the orders that rest, and not
 * those that wait outside the book; what trades take from an order is told by the trade. All
 * changes that a command makes stand before the best prices that follow from them.
 */
final class BookReports {
  private final ReportStream stream;
  private final OrderTable orders;
  private final Instruments instruments;
  private final BookOrderEncoder bookOrder = new BookOrderEncoder();

  BookReports(ReportStream stream, OrderTable orders, Instruments instruments) {
    this.stream = stream;
    this.orders = orders;
    this.instruments = instruments;
  }

  /** The request at hand has matched: what is left of its order rests, unless it is parked. */
  void matched(Request request) {
    int slot = request.slot;
    if (slot != OrderTable.NO_SLOT
        && orders.isOnCard(slot)
        && !orders.isParked(slot)
        && !orders.isInBook(slot)) {
      orders.enterBook(slot);
      change(request, slot, BookChange.ADDED, orders.openLots(slot));
    }
  }

  /** An order has fewer lots, and the place that it had, if it has one in the book. */
  void reduced(Request cause, int slot) {
    if (orders.isInBook(slot)) {
      change(cause, slot, BookChange.REDUCED, orders.openLots(slot));
    }
  }

  /** An order ends, is parked or moves: it leaves the book, if it is there. */
  void left(Request cause, int slot) {
    if (orders.isInBook(slot)) {
      orders.leaveBook(slot);
      change(cause, slot, BookChange.REMOVED, 0);
    }
  }

  /** Tells the book of an instrument. */
  void tell(Instrument of, BookVisitor visitor) {
    long tickSize = of.tickSize();
    visitor.onInstrument(of.id(), of.bandLow() * tickSize, of.bandHigh() * tickSize, of.phase());
    for (int slot = orders.firstLive(of.id());
        slot != OrderTable.NO_SLOT;
        slot = orders.nextLive(slot)) {
      if (orders.isInBook(slot)) {
        visitor.onOrder(
            orders.orderId(slot),
            orders.priority(slot),
            of.id(),
            OrderReports.side(orders.side(slot)),
            orders.priceTicks(slot) * tickSize,
            orders.openLots(slot));
      }
    }
  }

  private void change(Request cause, int slot, BookChange change, long openLots) {
    int instrument = orders.instrument(slot);
    MutableDirectBuffer buffer = stream.claim(BookOrderEncoder.BLOCK_LENGTH, cause);
    bookOrder.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(bookOrder.output(), cause);
    bookOrder
        .orderId(orders.orderId(slot))
        .priority(orders.priority(slot))
        .price(orders.priceTicks(slot) * instruments.get(instrument).tickSize())
        .openQuantity(openLots)
        .instrument(instrument)
        .side(OrderReports.side(orders.side(slot)))
        .change(change);
    stream.commit();
  }
}
