package io.lockstep.host.engine;

import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.schema.client.Liquidity;
import io.lockstep.schema.client.PublicTradeEncoder;
import io.lockstep.schema.client.TradeEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes the reports on trades: one to each party, and one to the public. */
final class TradeReports {
  private final ReportStream stream;
  private final OrderTable orders;
  private final Instruments instruments;
  private final TradeEncoder trade = new TradeEncoder();
  private final PublicTradeEncoder publicTrade = new PublicTradeEncoder();

  TradeReports(ReportStream stream, OrderTable orders, Instruments instruments) {
    this.stream = stream;
    this.orders = orders;
    this.instruments = instruments;
  }

  /**
   * A trade, as the taker sees it and as the maker sees it; the order of the two is fixed: in an
   * auction the buyer comes first. Then as the public sees it.
   */
  void trade(Request cause, TradeDecoder event, int takerSlot, int makerSlot) {
    long tradeId = stream.nextTradeId();
    boolean auction = cause.kind.isAuction();
    Liquidity taker = auction ? Liquidity.AUCTION : Liquidity.TAKER;
    Liquidity maker = auction ? Liquidity.AUCTION : Liquidity.MAKER;
    side(cause, event, tradeId, takerSlot, taker, event.takerFee());
    side(cause, event, tradeId, makerSlot, maker, event.makerFee());
    long makerId = auction ? PublicTradeEncoder.makerOrderIdNullValue() : orders.orderId(makerSlot);
    toAll(cause, event, tradeId, takerSlot, makerId);
  }

  private void toAll(Request cause, TradeDecoder event, long tradeId, int takerSlot, long makerId) {
    int instrument = orders.instrument(takerSlot);
    MutableDirectBuffer buffer = stream.claim(PublicTradeEncoder.BLOCK_LENGTH, cause);
    publicTrade.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(publicTrade.output(), cause);
    publicTrade
        .tradeId(tradeId)
        .makerOrderId(makerId)
        .price(event.price() * instruments.get(instrument).tickSize())
        .quantity(event.quantity())
        .instrument(instrument)
        .aggressor(OrderReports.side(orders.side(takerSlot)));
    stream.commit();
  }

  private void side(
      Request cause, TradeDecoder event, long tradeId, int slot, Liquidity liquidity, long fee) {
    int instrument = orders.instrument(slot);
    MutableDirectBuffer buffer = stream.claim(TradeEncoder.BLOCK_LENGTH, cause);
    trade.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(trade.output(), cause);
    trade
        .tradeId(tradeId)
        .orderId(orders.orderId(slot))
        .clientOrderId(orders.clientOrderId(slot))
        .price(event.price() * instruments.get(instrument).tickSize())
        .quantity(event.quantity())
        .openQuantity(orders.openLots(slot))
        .fee(fee)
        .session(orders.session(slot))
        .account(orders.account(slot))
        .instrument(instrument)
        .side(OrderReports.side(orders.side(slot)))
        .liquidity(liquidity);
    stream.commit();
  }
}
