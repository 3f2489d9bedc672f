package io.lockstep.host.engine;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.client.KeptPlace;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReplaceOrderDecoder;

/** Replaces: a new price and total for one order, which keeps its ids. */
final class Replaces extends RequestKind {
  private static final long NO_ID = ReplaceOrderDecoder.orderIdNullValue();

  private final ReplaceOrderDecoder replace = new ReplaceOrderDecoder();
  private final LogState state;
  private final NamedOrders named;
  private final OrderTable orders;
  private final Commands commands;
  private final OrderReports reports;
  private final OrderEnds ends;
  private final BookReports book;

  Replaces(
      LogState state,
      NamedOrders named,
      OrderTable orders,
      Commands commands,
      OrderReports reports,
      OrderEnds ends,
      BookReports book) {
    this.state = state;
    this.named = named;
    this.orders = orders;
    this.commands = commands;
    this.reports = reports;
    this.ends = ends;
    this.book = book;
  }

  @Override
  int templateId() {
    return ReplaceOrderDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    replace.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = replace.clientOrderId();
    request.namedOrderId = replace.orderId();
    request.price = replace.price();
    request.quantity = replace.quantity();
    request.account = (int) replace.account();
    request.instrumentId = (int) replace.instrument();
    request.instrument = state.instruments().get(request.instrumentId);
    RejectReason reason = fault(message, request.instrument);
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      long orderId = named.find(request, replace.originalClientOrderId());
      int priceTicks = request.instrument.terms().ticks(request.price);
      request.parked = belongsOutside(request, priceTicks);
      boolean known = request.slot != OrderTable.NO_SLOT;
      boolean bid = known && orders.isBid(request.slot);
      int position = known ? orders.position(request.slot) : Positions.MISSING;
      commands.replace(request, replace, orderId, priceTicks, bid, position);
    }
    queue.push();
  }

  /** Only a known order has a side; the card refuses any other before it looks at the price. */
  private boolean belongsOutside(Request request, int priceTicks) {
    if (request.instrument.collects()) {
      return true;
    }
    return request.slot != OrderTable.NO_SLOT
        && request.instrument.isBehindWindow(priceTicks, orders.isBid(request.slot));
  }

  private RejectReason fault(LogMessage message, Instrument instrument) {
    if (!state.sessions().advance(message.session(), replace.clientOrderId())) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (instrument == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    if (!state.accounts().owns(message.participant(), (int) replace.account())) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    if (replace.orderId() == NO_ID == (replace.originalClientOrderId() == NO_ID)) {
      return RejectReason.ORDER_NOT_NAMED;
    }
    RejectReason fault = OrderCodes.fault(replace);
    if (fault != RejectReason.NONE) {
      return fault;
    }
    fault = instrument.terms().limitFault(replace.price());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    fault = instrument.terms().quantityFault(replace.quantity());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    fault = instrument.phaseFault();
    return fault != RejectReason.NONE ? fault : state.stops().fault(message);
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onRefused(Request request, int reason) {
    reports.refused(request, OrderStatus.REPLACE_REJECTED, reason);
  }

  @Override
  void onReplaced(Request request, ReplacedDecoder replaced) {
    int slot = request.slot;
    int total = (int) replaced.total();
    Invariant.check(
        slot != OrderTable.NO_SLOT && orders.orderId(slot) == replaced.orderId(),
        "the order that is replaced is the one that was named");
    orders.reserve(slot, replaced.reserve());
    if (replaced.place() == io.lockstep.schema.card.KeptPlace.KEPT) {
      orders.reduce(slot, total);
      reports.replaced(request, total, KeptPlace.KEPT);
      book.reduced(request, slot);
    } else {
      book.left(request, slot);
      orders.move(slot, replaced.price(), total, request.logSequence, request.parked);
      reports.replaced(request, total, KeptPlace.LOST);
    }
  }

  @Override
  void onCancelled(Request request, CancelledDecoder cancelled) {
    if (cancelled.reason() == CancelReason.REQUESTED) {
      ends.byRequest(request, cancelled);
    } else {
      ends.whileMatching(request, cancelled);
    }
  }
}
