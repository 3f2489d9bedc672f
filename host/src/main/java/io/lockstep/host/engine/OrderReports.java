package io.lockstep.host.engine;

import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.ExecutionReportEncoder;
import io.lockstep.schema.client.KeptPlace;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReplacedEncoder;
import io.lockstep.schema.client.Side;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the reports on single orders, but for trades. Prices leave in price units; neither slots
 * nor the card's ring nor any time get into them.
 */
final class OrderReports {
  private static final long NO_ID = ExecutionReportEncoder.orderIdNullValue();

  private final ReportStream stream;
  private final OrderTable orders;
  private final Instruments instruments;
  private final ExecutionReportEncoder execution = new ExecutionReportEncoder();
  private final ReplacedEncoder replaced = new ReplacedEncoder();

  OrderReports(ReportStream stream, OrderTable orders, Instruments instruments) {
    this.stream = stream;
    this.orders = orders;
    this.instruments = instruments;
  }

  /** A new order is in, with so many lots. */
  void accepted(Request request, long lots) {
    begin(request, OrderStatus.ACCEPTED, request.session);
    execution
        .orderId(request.logSequence)
        .clientOrderId(request.clientOrderId)
        .price(request.price)
        .quantity(lots)
        .account(request.account)
        .instrument(request.instrumentId)
        .reason(RejectReason.NONE)
        .side(side(request.side))
        .cancelReason(CancelReason.NONE);
    stream.commit();
  }

  /** A new order was refused; repeats what it said. */
  void rejected(Request request, int reason) {
    begin(request, OrderStatus.REJECTED, request.session);
    execution
        .orderId(NO_ID)
        .clientOrderId(request.clientOrderId)
        .price(request.price)
        .quantity(request.quantity)
        .account(request.account)
        .instrument(request.instrumentId)
        .reason(RejectReason.get(reason))
        .side(side(request.side))
        .cancelReason(CancelReason.NONE);
    stream.commit();
  }

  /** A cancel or replace was refused; repeats what it said. */
  void refused(Request request, OrderStatus status, int reason) {
    begin(request, status, request.session);
    execution
        .orderId(request.namedOrderId)
        .clientOrderId(request.clientOrderId)
        .price(request.price)
        .quantity(request.quantity)
        .account(request.account)
        .instrument(request.instrumentId)
        .reason(RejectReason.get(reason))
        .side(Side.NULL_VAL)
        .cancelReason(CancelReason.NONE);
    stream.commit();
  }

  /** A request ended its order: told to the session that asked, and to the order's own. */
  void cancelledOnRequest(Request request) {
    int slot = request.slot;
    long price = price(slot);
    cancelled(request, slot, price, CancelReason.REQUESTED, request.session, request.clientOrderId);
    if (orders.session(slot) != request.session) {
      cancelled(request, slot, price, CancelReason.REQUESTED);
    }
  }

  /** An order ended with lots left, though nobody named it: told to its session. */
  void cancelled(Request cause, int slot, CancelReason reason) {
    boolean unpriced = orders.orderId(slot) == cause.logSequence; // may be a market order
    cancelled(cause, slot, unpriced ? cause.price : price(slot), reason);
  }

  private void cancelled(Request cause, int slot, long price, CancelReason reason) {
    cancelled(cause, slot, price, reason, orders.session(slot), orders.clientOrderId(slot));
  }

  private void cancelled(
      Request cause, int slot, long price, CancelReason reason, int session, long clientOrderId) {
    begin(cause, OrderStatus.CANCELLED, session);
    execution
        .orderId(orders.orderId(slot))
        .clientOrderId(clientOrderId)
        .price(price)
        .quantity(orders.openLots(slot))
        .account(orders.account(slot))
        .instrument(orders.instrument(slot))
        .reason(RejectReason.NONE)
        .side(side(orders.side(slot)))
        .cancelReason(reason);
    stream.commit();
  }

  /** An order has a new price and total: told to the session that asked, and to the order's own. */
  void replaced(Request request, int totalLots, KeptPlace place) {
    int slot = request.slot;
    replaced(request, totalLots, place, request.session, request.clientOrderId);
    if (orders.session(slot) != request.session) {
      replaced(request, totalLots, place, orders.session(slot), orders.clientOrderId(slot));
    }
  }

  private void replaced(
      Request request, int totalLots, KeptPlace place, int session, long clientOrderId) {
    int slot = request.slot;
    MutableDirectBuffer buffer = stream.claim(ReplacedEncoder.BLOCK_LENGTH, request);
    replaced.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(replaced.output(), request);
    replaced
        .orderId(orders.orderId(slot))
        .clientOrderId(clientOrderId)
        .price(price(slot))
        .quantity(totalLots)
        .openQuantity(orders.openLots(slot))
        .session(session)
        .account(orders.account(slot))
        .instrument(orders.instrument(slot))
        .side(side(orders.side(slot)))
        .place(place);
    stream.commit();
  }

  private void begin(Request cause, OrderStatus status, int session) {
    MutableDirectBuffer buffer = stream.claim(ExecutionReportEncoder.BLOCK_LENGTH, cause);
    execution.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(execution.output(), cause);
    execution.status(status).session(session);
  }

  private long price(int slot) {
    return orders.priceTicks(slot) * instruments.get(orders.instrument(slot)).tickSize();
  }

  static Side side(byte code) {
    return code == Side.BUY.value()
        ? Side.BUY
        : code == Side.SELL.value() ? Side.SELL : Side.NULL_VAL;
  }
}
