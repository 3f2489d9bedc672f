package io.lockstep.host.engine;

import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.MarginWriter;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.client.MassCancelDecoder;
import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.ReplaceOrderDecoder;

/**
 * Writes the card commands of requests. Codes that both schemas have are the same number in both,
 * and so is what says that there is none.
 */
final class Commands {
  /** Of a mass cancel: whatever it is. The null of both schemas. */
  static final long ANY = MassCancelDecoder.accountNullValue();

  private final CommandWriter writer = new CommandWriter();
  private final MarginWriter margin = new MarginWriter();

  /** A new order; one that cannot rest has no slot on the card. */
  void newOrder(Request request, NewOrderDecoder order, int priceTicks, int positionSlot) {
    of(request)
        .newOrder(request.logSequence, request.instrumentId, request.account, request.session)
        .slots(request.mayRest ? request.slot : OrderTable.NO_SLOT, positionSlot)
        .terms(Side.get(order.sideRaw()), priceTicks, request.quantity)
        .kind(
            OrderType.get(order.orderTypeRaw()),
            TimeInForce.get(order.timeInForceRaw()),
            SelfTradePrevention.get(order.selfTradePreventionRaw()))
        .flags()
        .postOnly(order.flags().postOnly() && !request.parked)
        .reduceOnly(order.flags().reduceOnly())
        .parked(request.parked);
  }

  /** A limit order that the card only looks at. */
  void whatIf(Request request, boolean buy, int priceTicks, int positionSlot) {
    of(request)
        .newOrder(request.logSequence, request.instrumentId, request.account, request.session)
        .slots(OrderTable.NO_SLOT, positionSlot)
        .terms(buy ? Side.BUY : Side.SELL, priceTicks, request.quantity)
        .flags()
        .dryRun(true)
        .parked(request.parked);
  }

  void cancel(Request request, long orderId) {
    of(request).cancel(orderId, request.slot, request.account);
  }

  /**
   * A new price and total.
   *
   * @param bid the order is one; of an unknown order anything.
   * @param positionSlot of the order; of an unknown order anything.
   */
  void replace(
      Request request,
      ReplaceOrderDecoder order,
      long orderId,
      int priceTicks,
      boolean bid,
      int positionSlot) {
    of(request)
        .replace(
            orderId,
            request.slot,
            request.account,
            request.instrumentId,
            priceTicks,
            request.quantity,
            SelfTradePrevention.get(order.selfTradePreventionRaw()))
        .side(bid ? Side.BUY : Side.SELL)
        .positionSlot(positionSlot);
    writer.flags().postOnly(order.flags().postOnly() && !request.parked).parked(request.parked);
  }

  /** Null means any in both schemas. */
  void massCancel(Request request, long account, long session, long instrument) {
    boolean oneInstrument = instrument != MassCancelDecoder.instrumentNullValue();
    of(request)
        .massCancel(
            account,
            session,
            oneInstrument ? (int) instrument : MassCancelEncoder.instrumentNullValue());
  }

  void setInstrument(Request request, Instrument instrument, MarginContract contract) {
    instrument.write(of(request), contract);
  }

  void setAccount(Request request, long selfTradeGroup, int feeTier) {
    of(request).setAccount(request.account, selfTradeGroup).feeTier((short) feeTier);
  }

  /**
   * Opens a position.
   *
   * @param portfolio its slot, or {@link Portfolios#MISSING} without margin.
   */
  void openPosition(Request request, int positionSlot, int portfolio) {
    of(request)
        .openPosition(positionSlot, request.account, request.instrumentId)
        .portfolio(Integer.toUnsignedLong(portfolio));
  }

  void openPortfolio(Request request, int portfolio, int group) {
    margin(request).openPortfolio(portfolio, request.account, group);
  }

  /** To write a command that only a card with margin takes. */
  MarginWriter margin(Request request) {
    return margin.into(request.command, request.logSequence);
  }

  void endOfLoad(Request request) {
    of(request).endOfLoad();
  }

  void park(Request request, long orderId) {
    of(request).park(orderId, request.slot, request.account);
  }

  void unpark(Request request, long orderId) {
    of(request).unpark(orderId, request.slot, request.account);
  }

  /** Executes the order at hand, which buys, against another. */
  void cross(Request request, long buyId, long sellId, int sellSlot, int priceTicks, int lots) {
    of(request)
        .cross(buyId, request.slot, sellId, sellSlot, request.instrumentId, priceTicks, lots);
  }

  void setBand(Request request, int lowTicks, int highTicks) {
    of(request).setBand(request.instrumentId, lowTicks, highTicks);
  }

  void setWindow(Request request, int baseTicks) {
    of(request).setWindow(request.instrumentId, baseTicks);
  }

  void barrier(Request request) {
    of(request).barrier();
  }

  private CommandWriter of(Request request) {
    return writer.into(request.command, request.logSequence);
  }
}
