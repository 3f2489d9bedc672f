package io.lockstep.host.engine;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.WhatIfOrderDecoder;

/**
 * What an order would do to its account's margin: the card answers by its gate, and changes
 * nothing. The account gets the position that the order would need.
 */
final class WhatIfOrders extends OrderEntries {
  private static final int NOT_ANSWERED = -1;

  private final WhatIfOrderDecoder order = new WhatIfOrderDecoder();
  private final MarginReports reports;

  /** Stage B: why the order at hand would be refused, 0 for not at all. */
  private int answer = NOT_ANSWERED;

  WhatIfOrders(
      LogState state, PositionOpenings positions, Commands commands, MarginReports reports) {
    super(state, positions, commands);
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
    admit(
        message,
        queue,
        order.clientOrderId(),
        order.quantity(),
        (int) order.account(),
        (int) order.instrument());
  }

  @Override
  void describe(Request request) {}

  @Override
  void enter(Request request, int position) {
    int priceTicks = request.instrument.terms().ticks(order.price());
    boolean buy = order.sideRaw() == OrderCodes.BUY;
    request.parked =
        request.instrument.collects() || request.instrument.isBehindWindow(priceTicks, buy);
    commands.whatIf(request, buy, priceTicks, position);
  }

  @Override
  RejectReason fault(LogMessage message, Instrument instrument) {
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
