package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.CrossEncoder;
import io.lockstep.schema.card.EndOfLoadEncoder;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.ParkEncoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetWindowEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.UnparkEncoder;
import io.lockstep.schema.client.InstrumentDefinedDecoder;
import io.lockstep.schema.client.MassCancelDecoder;
import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.ReplaceOrderDecoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the card commands of requests. Codes that both schemas have are the same number in both.
 */
final class Commands {
  private final NewEncoder newOrder = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final ReplaceEncoder replace = new ReplaceEncoder();
  private final MassCancelEncoder massCancel = new MassCancelEncoder();
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetAccountEncoder setAccount = new SetAccountEncoder();
  private final OpenPositionEncoder openPosition = new OpenPositionEncoder();
  private final EndOfLoadEncoder endOfLoad = new EndOfLoadEncoder();
  private final ParkEncoder park = new ParkEncoder();
  private final UnparkEncoder unpark = new UnparkEncoder();
  private final CrossEncoder cross = new CrossEncoder();
  private final SetBandEncoder setBand = new SetBandEncoder();
  private final SetWindowEncoder setWindow = new SetWindowEncoder();
  private final BarrierEncoder barrier = new BarrierEncoder();

  /** A new order; one that cannot rest has no slot on the card. */
  void newOrder(Request request, NewOrderDecoder order, int priceTicks, int positionSlot) {
    newOrder.wrap(cleared(request), 0);
    header(newOrder.header(), NewEncoder.TEMPLATE_ID, request)
        .flags()
        .postOnly(order.flags().postOnly() && !request.parked)
        .reduceOnly(order.flags().reduceOnly())
        .parked(request.parked);
    newOrder
        .account(request.account)
        .session(request.session)
        .slot(request.mayRest ? request.slot : NewEncoder.slotNullValue())
        .positionSlot(positionSlot)
        .price(priceTicks)
        .quantity((int) request.quantity)
        .instrument(request.instrumentId)
        .side(Side.get(order.sideRaw()))
        .orderType(OrderType.get(order.orderTypeRaw()))
        .timeInForce(TimeInForce.get(order.timeInForceRaw()))
        .selfTradePrevention(SelfTradePrevention.get(order.selfTradePreventionRaw()));
  }

  void cancel(Request request, long orderId) {
    cancel.wrap(cleared(request), 0);
    header(cancel.header(), CancelEncoder.TEMPLATE_ID, request);
    cancel.orderId(orderId).slot(request.slot).account(request.account);
  }

  void replace(Request request, ReplaceOrderDecoder order, long orderId, int priceTicks) {
    replace.wrap(cleared(request), 0);
    header(replace.header(), ReplaceEncoder.TEMPLATE_ID, request)
        .flags()
        .postOnly(order.flags().postOnly() && !request.parked)
        .parked(request.parked);
    replace
        .orderId(orderId)
        .slot(request.slot)
        .account(request.account)
        .price(priceTicks)
        .total((int) request.quantity)
        .instrument(request.instrumentId)
        .selfTradePrevention(SelfTradePrevention.get(order.selfTradePreventionRaw()));
  }

  /** Null means any in both schemas. */
  void massCancel(Request request, MassCancelDecoder scope) {
    boolean oneInstrument = scope.instrument() != MassCancelDecoder.instrumentNullValue();
    massCancel.wrap(cleared(request), 0);
    header(massCancel.header(), MassCancelEncoder.TEMPLATE_ID, request);
    massCancel
        .account(scope.account())
        .session(scope.session())
        .instrument(
            oneInstrument ? (int) scope.instrument() : MassCancelEncoder.instrumentNullValue());
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

  void setAccount(Request request, long selfTradeGroup) {
    setAccount.wrap(cleared(request), 0);
    header(setAccount.header(), SetAccountEncoder.TEMPLATE_ID, request);
    setAccount.account(request.account).selfTradeGroup(selfTradeGroup);
  }

  void openPosition(Request request, int positionSlot) {
    openPosition.wrap(cleared(request), 0);
    header(openPosition.header(), OpenPositionEncoder.TEMPLATE_ID, request);
    openPosition
        .positionSlot(positionSlot)
        .account(request.account)
        .portfolio(OpenPositionEncoder.portfolioNullValue())
        .instrument(request.instrumentId);
  }

  void endOfLoad(Request request) {
    endOfLoad.wrap(cleared(request), 0);
    header(endOfLoad.header(), EndOfLoadEncoder.TEMPLATE_ID, request);
  }

  void park(Request request, long orderId) {
    park.wrap(cleared(request), 0);
    header(park.header(), ParkEncoder.TEMPLATE_ID, request);
    park.orderId(orderId).slot(request.slot).account(request.account);
  }

  void unpark(Request request, long orderId) {
    unpark.wrap(cleared(request), 0);
    header(unpark.header(), UnparkEncoder.TEMPLATE_ID, request);
    unpark.orderId(orderId).slot(request.slot).account(request.account);
  }

  /** Executes the order at hand, which buys, against another. */
  void cross(Request request, long buyId, long sellId, int sellSlot, int priceTicks, int lots) {
    cross.wrap(cleared(request), 0);
    header(cross.header(), CrossEncoder.TEMPLATE_ID, request);
    cross
        .buyId(buyId)
        .sellId(sellId)
        .buySlot(request.slot)
        .sellSlot(sellSlot)
        .price(priceTicks)
        .quantity(lots)
        .instrument(request.instrumentId);
  }

  void setBand(Request request, int lowTicks, int highTicks) {
    setBand.wrap(cleared(request), 0);
    header(setBand.header(), SetBandEncoder.TEMPLATE_ID, request);
    setBand.instrument(request.instrumentId).low(lowTicks).high(highTicks);
  }

  void setWindow(Request request, int baseTicks) {
    setWindow.wrap(cleared(request), 0);
    header(setWindow.header(), SetWindowEncoder.TEMPLATE_ID, request);
    setWindow.instrument(request.instrumentId).windowBase(baseTicks);
  }

  void barrier(Request request) {
    barrier.wrap(cleared(request), 0);
    header(barrier.header(), BarrierEncoder.TEMPLATE_ID, request);
  }

  private static UnsafeBuffer cleared(Request request) {
    request.command.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    return request.command;
  }

  private static CommandHeaderEncoder header(
      CommandHeaderEncoder header, int templateId, Request request) {
    return header.templateId(templateId).logSequence(request.logSequence);
  }
}
