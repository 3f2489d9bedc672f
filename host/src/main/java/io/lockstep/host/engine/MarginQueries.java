package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.MarginQueryDecoder;
import io.lockstep.schema.client.RejectReason;

/** How accounts stand, as the host knows the card to have it, and their Greeks. */
final class MarginQueries extends MarginQuestions {
  private final MarginQueryDecoder query = new MarginQueryDecoder();
  private final AccountMargin margin;
  private final GreekReports greeks;

  MarginQueries(
      LogState state,
      AccountMargin margin,
      GreekReports greeks,
      Commands commands,
      MarginReports reports) {
    super(state, commands, reports);
    this.margin = margin;
    this.greeks = greeks;
  }

  @Override
  int templateId() {
    return MarginQueryDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    query.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    greeks.begin(message.timeNs());
    admit(message, queue, query.clientOrderId(), (int) query.account());
  }

  @Override
  RejectReason fault(int account) {
    return state.groups().isMargined() ? RejectReason.NONE : RejectReason.NO_MARGIN_HERE;
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    if (greeks.tellNext(request)) {
      return false;
    }
    margin.compute(request.account);
    reports.margin(request, margin);
    return true;
  }
}
