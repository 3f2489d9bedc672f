package io.lockstep.host.engine;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.RejectReason;

/** New orders. */
final class NewOrders extends OrderEntries {
  private final NewOrderDecoder order = new NewOrderDecoder();
  private final OrderTable orders;
  private final OrderReports reports;
  private final OrderEnds ends;

  NewOrders(
      LogState state,
      PositionOpenings positions,
      OrderTable orders,
      Commands commands,
      OrderReports reports,
      OrderEnds ends) {
    super(state, positions, commands);
    this.orders = orders;
    this.reports = reports;
    this.ends = ends;
  }

  @Override
  int templateId() {
    return NewOrderDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    order.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    admit(
        message,
        queue,
        order.clientOrderId(),
        order.quantity(),
        (int) order.account(),
        (int) order.instrument());
  }

  @Override
  void describe(Request request) {
    request.price = order.price();
    request.side = (byte) order.sideRaw();
  }

  @Override
  void enter(Request request, int position) {
    Instrument instrument = request.instrument;
    boolean buy = request.side == OrderCodes.BUY;
    int priceTicks =
        order.orderTypeRaw() == OrderCodes.MARKET
            ? instrument.marketLimitTicks(buy, state.markTicks(instrument))
            : instrument.terms().ticks(request.price);
    request.mayRest = order.timeInForceRaw() == OrderCodes.GTC;
    request.parked =
        request.mayRest && (instrument.collects() || instrument.isBehindWindow(priceTicks, buy));
    request.slot =
        orders.open(
            request,
            priceTicks,
            position,
            state.accounts().selfTradeGroup(request.account),
            state.marginAccounts().tier(request.account));
    commands.newOrder(request, order, priceTicks, position);
  }

  @Override
  RejectReason fault(LogMessage message, Instrument instrument) {
    RejectReason fault = OrderCodes.fault(order);
    if (fault != RejectReason.NONE) {
      return fault;
    }
    InstrumentTerms terms = instrument.terms();
    boolean market = order.orderTypeRaw() == OrderCodes.MARKET;
    fault = market ? terms.marketPriceFault(order.price()) : terms.limitFault(order.price());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    fault = terms.quantityFault(order.quantity());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    fault = instrument.phaseFault(order.orderTypeRaw(), order.timeInForceRaw());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    boolean room = positions.hasRoom((int) order.account(), instrument);
    return room ? state.stops().fault(message) : RejectReason.POSITIONS_EXHAUSTED;
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onRefused(Request request, int reason) {
    if (request.slot != OrderTable.NO_SLOT) {
      orders.close(request.slot);
    }
    reports.rejected(request, reason);
  }

  @Override
  void onAccepted(Request request, AcceptedDecoder accepted) {
    Invariant.check(
        accepted.orderId() == request.logSequence, "an acceptance answers its own new order");
    orders.accept(request.slot, (int) accepted.quantity(), request.parked);
    orders.reserve(request.slot, accepted.reserve());
    reports.accepted(request, accepted.quantity());
  }

  @Override
  void onCancelled(Request request, CancelledDecoder cancelled) {
    ends.whileMatching(request, cancelled);
  }

  @Override
  void onLast(Request request) {
    Invariant.check(
        request.mayRest || orders.slotOf(request.logSequence) == OrderTable.NO_SLOT,
        "an immediate order leaves nothing open");
  }
}
