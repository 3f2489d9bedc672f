package io.lockstep.sim.model;

import io.lockstep.schema.card.LoadPortfolioDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Bounds;
import io.lockstep.sim.model.margin.RiskGroup;

/** Load portfolio: opens a portfolio of the epoch that it was of, with its add-on. */
final class LoadPortfolioCommand extends NewPortfolioCommand {
  private int epoch;
  private long addOn;

  LoadPortfolioCommand(CardState state, EventWriter events, Checks checks, Holdings holdings) {
    super(
        state,
        events,
        checks,
        holdings,
        LoadPortfolioDecoder.TEMPLATE_ID,
        When.LOADING,
        new Offsets(
            LoadPortfolioDecoder.portfolioEncodingOffset(),
            LoadPortfolioDecoder.accountEncodingOffset(),
            LoadPortfolioDecoder.groupEncodingOffset()));
  }

  @Override
  void decode(Messages window, int at) {
    super.decode(window, at);
    epoch = window.getInt(at + LoadPortfolioDecoder.epochEncodingOffset());
    addOn = window.getLong(at + LoadPortfolioDecoder.addOnEncodingOffset());
  }

  @Override
  RejectReason refusal() {
    RejectReason reason = super.refusal();
    if (reason != NOT_REFUSED) {
      return reason;
    }
    int current = state.group(group).epoch();
    if (epoch != current && epoch != current - 1) {
      return RejectReason.WRONG_EPOCH;
    }
    return Bounds.allowsAddOn(addOn) ? NOT_REFUSED : RejectReason.ADD_ON_BOUND;
  }

  @Override
  void carryOut() {
    RiskGroup of = state.group(group);
    open(epoch == of.epoch() ? of.currentBank() : of.otherBank(), addOn);
    events.done(TemplateId.LOAD_PORTFOLIO, 0);
  }
}
