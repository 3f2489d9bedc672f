package io.lockstep.host.engine;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.WhatIfOrderDecoder;

/**
 * What an order would do to its account's margin: the card answers by its gate, and changes
 * nothing. The account gets the position that the order would need.
 */
final class WhatIfOrders extends RequestKind {
  private static final int NOT_ANSWERED = -1;

  private final WhatIfOrderDecoder order = new WhatIfOrderDecoder();
  private final LogState state;
  private final PositionOpenings positions;
  private final Commands commands;
  private final MarginReports reports;

  /** Stage B: why the order at hand would be refused, 0 for not at all. */
  private int answer = NOT_ANSWERED;

  WhatIfOrders(
      LogState state, PositionOpenings positions, Commands commands, MarginReports reports) {
    this.state = state;
    this.positions = positions;
    this.commands = commands;
    this.reports = reports;
  }

  @Override
  int templateId() {
    return WhatIfOrderDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    order.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    Instrument instrument = state.instruments().get((int) order.instrument());
    RejectReason reason = fault(message, instrument);
    int position = Positions.MISSING;
    if (reason == RejectReason.NONE) {
      position = positions.require(message, queue, (int) order.account(), instrument);
    }
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = order.clientOrderId();
    request.account = (int) order.account();
    request.instrumentId = (int) order.instrument();
    request.quantity = order.quantity();
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      int priceTicks = instrument.terms().ticks(order.price());
      boolean buy = order.sideRaw() == OrderCodes.BUY;
      request.parked = instrument.collects() || instrument.isBehindWindow(priceTicks, buy);
      commands.whatIf(request, buy, priceTicks, position);
    }
    queue.push();
  }

  private RejectReason fault(LogMessage message, Instrument instrument) {
    if (!state.sessions().advance(message.session(), order.clientOrderId())) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (instrument == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    if (!state.accounts().owns(message.participant(), (int) order.account())) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    if (order.sideRaw() > OrderCodes.LAST_SIDE) {
      return RejectReason.UNSUPPORTED_CODE;
    }
    RejectReason fault = instrument.terms().limitFault(order.price());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    fault = instrument.terms().quantityFault(order.quantity());
    if (fault != RejectReason.NONE) {
      return fault;
    }
    if (!positions.hasRoom((int) order.account(), instrument)) {
      return RejectReason.POSITIONS_EXHAUSTED;
    }
    return state.groups().isMargined() ? RejectReason.NONE : RejectReason.NO_MARGIN_HERE;
  }

  // ------------------------------------------------------------------ stage B

  /** Figures follow where the order would be taken, or is refused for its margin alone. */
  @Override
  void onRefused(Request request, int reason) {
    if (reason == RejectReason.MARGIN_INSUFFICIENT.value()) {
      answer = reason;
    } else {
      reports.refused(request, reason);
    }
  }

  @Override
  void onAccepted(Request request, AcceptedDecoder accepted) {
    answer = RejectReason.NONE.value();
  }

  /** What comes before the answer is of the account as it is. */
  @Override
  boolean isAnswer(Request request, MarginStatusDecoder status) {
    if (answer == NOT_ANSWERED) {
      return false;
    }
    reports.margin(request, status, answer);
    answer = NOT_ANSWERED;
    return true;
  }
}
