package io.lockstep.host.engine;

import io.lockstep.host.RefusalCounters;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.ExecutionReportEncoder;
import io.lockstep.schema.client.Liquidity;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.OutputHeaderEncoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TopOfBookEncoder;
import io.lockstep.schema.client.TradeEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the engine's reports, numbered in order. Prices leave in price units; neither slots nor
 * the card's ring nor any time get into them.
 */
final class Reports {
  private static final long NO_ID = ExecutionReportEncoder.orderIdNullValue();
  private static final long NO_PRICE = ExecutionReportEncoder.priceNullValue();

  private final Output output;
  private final RefusalCounters refusals;
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final ExecutionReportEncoder execution = new ExecutionReportEncoder();
  private final TradeEncoder trade = new TradeEncoder();
  private final TopOfBookEncoder topOfBook = new TopOfBookEncoder();
  private long outputSequence;
  private long trades;

  Reports(Output output, RefusalCounters refusals) {
    this.output = output;
    this.refusals = refusals;
  }

  boolean hasRoom() {
    return output.hasRoom();
  }

  /** A new order is in. */
  void accepted(Request request) {
    beginExecution(request, OrderStatus.ACCEPTED);
    execution
        .orderId(request.logSequence)
        .clientOrderId(request.clientOrderId)
        .price(request.price)
        .quantity(request.quantity)
        .instrument(request.instrumentId)
        .side(side(request.side))
        .reason(RejectReason.NONE)
        .cancelReason(CancelReason.NONE);
    output.commit();
  }

  /** A request was refused, by stage A or by the card; repeats only what it said. */
  void refused(Request request, int reason) {
    refusals.count(reason);
    boolean isNew = request.kind == Request.Kind.NEW;
    beginExecution(request, isNew ? OrderStatus.REJECTED : OrderStatus.CANCEL_REJECTED);
    execution
        .orderId(isNew ? NO_ID : request.namedOrderId)
        .clientOrderId(request.clientOrderId)
        .price(isNew ? request.price : NO_PRICE)
        .quantity(isNew ? request.quantity : 0)
        .instrument(isNew ? request.instrumentId : ExecutionReportEncoder.instrumentNullValue())
        .side(isNew ? side(request.side) : Side.NULL_VAL)
        .reason(RejectReason.get(reason))
        .cancelReason(CancelReason.NONE);
    output.commit();
  }

  /** What a new order could not do is cancelled at once. */
  void restCancelled(Request request, long lots, int cancelReason) {
    beginExecution(request, OrderStatus.CANCELLED);
    execution
        .orderId(request.logSequence)
        .clientOrderId(request.clientOrderId)
        .price(request.price)
        .quantity(lots)
        .instrument(request.instrumentId)
        .side(side(request.side))
        .reason(RejectReason.NONE)
        .cancelReason(CancelReason.get((short) cancelReason));
    output.commit();
  }

  /**
   * A cancel found its order.
   *
   * @param session to tell: the one that asked, or the order's own.
   * @param clientOrderId of the request for the one that asked, of the order for its own session.
   */
  void cancelled(
      Request request, OrderTable orders, Instrument instrument, int session, long clientOrderId) {
    int slot = request.slot;
    beginExecution(request, OrderStatus.CANCELLED);
    execution
        .orderId(orders.orderId(slot))
        .clientOrderId(clientOrderId)
        .price(orders.priceTicks(slot) * instrument.tickSize())
        .quantity(orders.openLots(slot))
        .session(session)
        .instrument(instrument.id())
        .side(side(orders.side(slot)))
        .reason(RejectReason.NONE)
        .cancelReason(CancelReason.REQUESTED);
    output.commit();
  }

  /** A trade, as the taker sees it and as the maker sees it; the order of the two is fixed. */
  void trade(
      Request taker, TradeDecoder event, OrderTable orders, int makerSlot, int makerOpenLots) {
    trades++;
    boolean takerBuys = taker.side == Side.BUY.value();
    beginTrade(taker, event);
    trade
        .orderId(taker.logSequence)
        .clientOrderId(taker.clientOrderId)
        .openQuantity(taker.openLots)
        .fee(event.takerFee())
        .session(taker.session)
        .account(taker.account)
        .side(takerBuys ? Side.BUY : Side.SELL)
        .liquidity(Liquidity.TAKER);
    output.commit();
    beginTrade(taker, event);
    trade
        .orderId(orders.orderId(makerSlot))
        .clientOrderId(orders.clientOrderId(makerSlot))
        .openQuantity(makerOpenLots)
        .fee(event.makerFee())
        .session(orders.session(makerSlot))
        .account(orders.account(makerSlot))
        .side(takerBuys ? Side.SELL : Side.BUY)
        .liquidity(Liquidity.MAKER);
    output.commit();
  }

  /** Best prices and quantities after a command. */
  void topOfBook(Request request, TopOfBookDecoder event, Instrument instrument) {
    int length = MessageHeaderEncoder.ENCODED_LENGTH + TopOfBookEncoder.BLOCK_LENGTH;
    MutableDirectBuffer buffer = output.claim(length, request.logPosition);
    topOfBook.wrapAndApplyHeader(buffer, output.offset(), header);
    number(topOfBook.output(), request);
    boolean bid = event.bidQuantity() != 0;
    boolean ask = event.askQuantity() != 0;
    topOfBook
        .bidPrice(bid ? event.bidPrice() * instrument.tickSize() : NO_PRICE)
        .bidQuantity(event.bidQuantity())
        .askPrice(ask ? event.askPrice() * instrument.tickSize() : NO_PRICE)
        .askQuantity(event.askQuantity())
        .instrument(instrument.id());
    output.commit();
  }

  private void beginExecution(Request request, OrderStatus status) {
    int length = MessageHeaderEncoder.ENCODED_LENGTH + ExecutionReportEncoder.BLOCK_LENGTH;
    MutableDirectBuffer buffer = output.claim(length, request.logPosition);
    execution.wrapAndApplyHeader(buffer, output.offset(), header);
    number(execution.output(), request);
    execution.status(status).session(request.session).account(request.account);
  }

  private void beginTrade(Request taker, TradeDecoder event) {
    int length = MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.BLOCK_LENGTH;
    MutableDirectBuffer buffer = output.claim(length, taker.logPosition);
    trade.wrapAndApplyHeader(buffer, output.offset(), header);
    number(trade.output(), taker);
    trade
        .tradeId(trades)
        .price(event.price() * taker.instrument.tickSize())
        .quantity(event.quantity())
        .instrument(taker.instrumentId);
  }

  private void number(OutputHeaderEncoder place, Request cause) {
    place.outputSequence(++outputSequence).logSequence(cause.logSequence);
  }

  private static Side side(byte code) {
    return code == Side.BUY.value()
        ? Side.BUY
        : code == Side.SELL.value() ? Side.SELL : Side.NULL_VAL;
  }
}
