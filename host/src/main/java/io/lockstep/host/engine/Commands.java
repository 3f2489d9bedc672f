package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.client.InstrumentDefinedDecoder;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the card commands of requests. */
final class Commands {
  private final NewEncoder newOrder = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();

  void newOrder(Request request, boolean market, boolean mayRest) {
    newOrder.wrap(cleared(request), 0);
    header(newOrder.header(), NewEncoder.TEMPLATE_ID, request);
    newOrder
        .account(request.account)
        .session(request.session)
        .slot(mayRest ? request.slot : NewEncoder.slotNullValue())
        .positionSlot(NewEncoder.positionSlotNullValue())
        .price(request.priceTicks)
        .quantity(request.quantityLots)
        .instrument(request.instrumentId)
        .side(request.side == 0 ? Side.BUY : Side.SELL)
        .orderType(market ? OrderType.MARKET : OrderType.LIMIT)
        .timeInForce(mayRest ? TimeInForce.GTC : TimeInForce.IOC)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
  }

  void cancel(Request request, long orderId) {
    cancel.wrap(cleared(request), 0);
    header(cancel.header(), CancelEncoder.TEMPLATE_ID, request);
    cancel.orderId(orderId).slot(request.slot).account(request.account);
  }

  void setInstrument(Request request, InstrumentDefinedDecoder definition) {
    setInstrument.wrap(cleared(request), 0);
    header(setInstrument.header(), SetInstrumentEncoder.TEMPLATE_ID, request);
    setInstrument
        .instrument(request.instrumentId)
        .windowBase(definition.windowBase())
        .bandLow(definition.bandLow())
        .bandHigh(definition.bandHigh())
        .maxPrice(definition.maxPrice())
        .maxQuantity(definition.maxQuantity())
        .multiplier(definition.multiplier());
  }

  private static UnsafeBuffer cleared(Request request) {
    request.command.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    return request.command;
  }

  private static void header(CommandHeaderEncoder header, int templateId, Request request) {
    header.templateId(templateId).logSequence(request.logSequence);
  }
}
