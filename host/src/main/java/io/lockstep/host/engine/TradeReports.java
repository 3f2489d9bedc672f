package io.lockstep.host.engine;

import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.schema.client.Liquidity;
import io.lockstep.schema.client.TradeEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes the reports on trades: one to each party. */
final class TradeReports {
  private final ReportStream stream;
  private final OrderTable orders;
  private final Instruments instruments;
  private final TradeEncoder trade = new TradeEncoder();

  TradeReports(ReportStream stream, OrderTable orders, Instruments instruments) {
    this.stream = stream;
    this.orders = orders;
    this.instruments = instruments;
  }

  /**
   * A trade, as the taker sees it and as the maker sees it; the order of the two is fixed: in an
   * auction the buyer comes first.
   */
  void trade(Request cause, TradeDecoder event, int takerSlot, int makerSlot) {
    long tradeId = stream.nextTradeId();
    boolean auction = cause.kind.isAuction();
    Liquidity taker = auction ? Liquidity.AUCTION : Liquidity.TAKER;
    Liquidity maker = auction ? Liquidity.AUCTION : Liquidity.MAKER;
    side(cause, event, tradeId, takerSlot, taker, event.takerFee());
    side(cause, event, tradeId, makerSlot, maker, event.makerFee());
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
