package io.lockstep.host.engine;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.FaultDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import org.agrona.DirectBuffer;

/**
 * Stage B: pairs the card's events with their requests, keeps the orders, writes the reports. It
 * applies the events of a request only when the last one is there, one event at a time while the
 * output has room.
 */
final class Settlement {
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final AcceptedDecoder accepted = new AcceptedDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final TopOfBookDecoder topOfBook = new TopOfBookDecoder();
  private final EventBuffer events;
  private final RequestQueue queue;
  private final OrderTable orders;
  private final Instruments instruments;
  private final Reports reports;
  private long definitionsRefused;

  Settlement(
      EventBuffer events,
      RequestQueue queue,
      OrderTable orders,
      Instruments instruments,
      Reports reports) {
    this.events = events;
    this.queue = queue;
    this.orders = orders;
    this.instruments = instruments;
    this.reports = reports;
  }

  /** Definitions that the card refused. */
  long definitionsRefused() {
    return definitionsRefused;
  }

  /**
   * Settles what can be settled.
   *
   * @return events and refusals settled.
   */
  int settle() {
    int settled = 0;
    while (reports.hasRoom()) {
      Request request = queue.oldest();
      if (request == null) {
        break;
      }
      if (request.refusal != 0) {
        reports.refused(request, request.refusal);
        queue.pop();
      } else if (events.hasComplete()) {
        settleEvent(request);
      } else {
        break;
      }
      settled++;
    }
    return settled;
  }

  private void settleEvent(Request request) {
    DirectBuffer buffer = events.buffer();
    int offset = events.offset();
    header.wrap(buffer, offset);
    boolean last = header.flags().last();
    switch (header.templateId()) {
      case AcceptedDecoder.TEMPLATE_ID:
        accepted.wrap(buffer, offset, AcceptedDecoder.BLOCK_LENGTH, AcceptedDecoder.SCHEMA_VERSION);
        onAccepted(request);
        break;
      case TradeDecoder.TEMPLATE_ID:
        trade.wrap(buffer, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        onTrade(request);
        break;
      case CancelledDecoder.TEMPLATE_ID:
        cancelled.wrap(
            buffer, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
        onCancelled(request);
        break;
      case TopOfBookDecoder.TEMPLATE_ID:
        topOfBook.wrap(
            buffer, offset, TopOfBookDecoder.BLOCK_LENGTH, TopOfBookDecoder.SCHEMA_VERSION);
        reports.topOfBook(request, topOfBook, instruments.get(topOfBook.instrument()));
        break;
      case RejectedDecoder.TEMPLATE_ID:
        rejected.wrap(buffer, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
        onRejected(request);
        break;
      case DoneDecoder.TEMPLATE_ID:
        onDone(request);
        break;
      case FaultDecoder.TEMPLATE_ID:
        throw new IllegalStateException("engine stopped: the card reports a fault of its own");
      default:
        throw new IllegalStateException(
            "engine stopped: the card sent an event with template " + header.templateId());
    }
    events.pop(last);
    if (last) {
      finish(request);
    }
  }

  private void onAccepted(Request request) {
    Invariant.check(
        request.kind == Request.Kind.NEW && accepted.orderId() == request.logSequence,
        "an acceptance answers its own new order");
    reports.accepted(request);
  }

  private void onTrade(Request taker) {
    Invariant.check(trade.takerId() == taker.logSequence, "a trade's taker is the order at hand");
    int maker = (int) trade.makerSlot();
    Invariant.check(orders.orderId(maker) == trade.makerId(), "a trade's maker has the named slot");
    int lots = (int) trade.quantity();
    taker.openLots -= lots;
    Invariant.check(taker.openLots >= 0, "no order is filled beyond its total");
    if (taker.slot != OrderTable.NO_SLOT) {
      orders.fill(taker.slot, lots);
    }
    int makerOpenLots = orders.fill(maker, lots);
    reports.trade(taker, trade, orders, maker, makerOpenLots);
    if (makerOpenLots == 0) {
      orders.close(maker);
    }
  }

  private void onCancelled(Request request) {
    if (request.kind == Request.Kind.NEW) {
      Invariant.check(
          cancelled.orderId() == request.logSequence && cancelled.quantity() == request.openLots,
          "the rest that is cancelled is the order's own");
      request.openLots = 0;
      reports.restCancelled(request, cancelled.quantity(), cancelled.reasonRaw());
      return;
    }
    int slot = request.slot;
    Invariant.check(
        slot != OrderTable.NO_SLOT
            && cancelled.orderId() == orders.orderId(slot)
            && cancelled.quantity() == orders.openLots(slot),
        "the order that is cancelled rests with what it has open");
    Instrument instrument = instruments.get(orders.instrument(slot));
    reports.cancelled(request, orders, instrument, request.session, request.clientOrderId);
    if (orders.session(slot) != request.session) {
      reports.cancelled(
          request, orders, instrument, orders.session(slot), orders.clientOrderId(slot));
    }
    orders.close(slot);
  }

  private void onRejected(Request request) {
    request.openLots = 0;
    if (request.kind == Request.Kind.SET_INSTRUMENT) {
      definitionsRefused++;
    } else {
      reports.refused(request, rejected.reasonRaw());
    }
  }

  private void onDone(Request request) {
    Invariant.check(request.kind == Request.Kind.SET_INSTRUMENT, "done answers a definition");
    instruments.put(request.instrument);
  }

  /** The request's last event is applied: an order that does not rest gives its slot back. */
  private void finish(Request request) {
    boolean tookSlot = request.kind == Request.Kind.NEW && request.slot != OrderTable.NO_SLOT;
    if (tookSlot && request.openLots == 0) {
      orders.close(request.slot);
    }
    Invariant.check(
        request.kind != Request.Kind.NEW || tookSlot || request.openLots == 0,
        "an order without a slot leaves nothing open");
    queue.pop();
  }
}
