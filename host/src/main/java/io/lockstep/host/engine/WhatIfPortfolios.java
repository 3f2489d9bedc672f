package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.WhatIfPortfolioDecoder;
import java.nio.ByteOrder;

/**
 * How accounts would stand with more positions, as the host knows the card to reckon. Drained, so
 * that the answer is of what was before the question, and of nothing else.
 */
final class WhatIfPortfolios extends MarginQuestions {
  private final WhatIfPortfolioDecoder question = new WhatIfPortfolioDecoder();
  private final Hypothesis more = new Hypothesis();
  private final AccountMargin margin;

  WhatIfPortfolios(LogState state, AccountMargin margin, Commands commands, MarginReports reports) {
    super(state, commands, reports);
    this.margin = margin;
  }

  @Override
  int templateId() {
    return WhatIfPortfolioDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    question.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    admit(message, queue, question.clientOrderId(), (int) question.account());
  }

  @Override
  RejectReason fault(int account) {
    if (!state.groups().isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    more.clear();
    for (int leg = 0; leg < Hypothesis.LEGS_MAX; leg++) {
      int instrument = field(WhatIfPortfolioDecoder.instrument0EncodingOffset(), leg);
      int lots = field(WhatIfPortfolioDecoder.lots0EncodingOffset(), leg);
      if (lots != 0) {
        RejectReason fault = add(account, instrument, lots);
        if (fault != RejectReason.NONE) {
          return fault;
        }
      }
    }
    return RejectReason.NONE;
  }

  private int field(int offset, int leg) {
    int at = question.offset() + offset + leg * Integer.BYTES;
    return question.buffer().getInt(at, ByteOrder.LITTLE_ENDIAN);
  }

  private RejectReason add(int account, int instrument, int lots) {
    if (state.instruments().get(instrument) == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    long limit = state.groups().contract(instrument).positionLimit();
    if (Math.abs((long) lots) > limit) {
      return RejectReason.POSITION_BOUND;
    }
    more.add(instrument, lots);
    Positions positions = state.positions();
    int slot = positions.slotOf(account, instrument);
    long held = Math.abs((long) more.lotsOf(instrument));
    if (slot != Positions.MISSING) {
      held =
          Math.abs(positions.lots(slot) + (long) more.lotsOf(instrument))
              + positions.bidLots(slot)
              + positions.askLots(slot);
    }
    return held > limit ? RejectReason.POSITION_BOUND : RejectReason.NONE;
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    margin.compute(request.account, more);
    reports.margin(request, margin);
    return true;
  }
}
