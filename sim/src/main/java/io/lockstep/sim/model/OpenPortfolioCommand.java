package io.lockstep.sim.model;

import io.lockstep.schema.card.OpenPortfolioDecoder;
import io.lockstep.schema.card.TemplateId;

/** Open portfolio: binds a slot to an account and a risk group. */
final class OpenPortfolioCommand extends NewPortfolioCommand {
  OpenPortfolioCommand(CardState state, EventWriter events, Checks checks, Holdings holdings) {
    super(
        state,
        events,
        checks,
        holdings,
        OpenPortfolioDecoder.TEMPLATE_ID,
        When.ALWAYS,
        new Offsets(
            OpenPortfolioDecoder.portfolioEncodingOffset(),
            OpenPortfolioDecoder.accountEncodingOffset(),
            OpenPortfolioDecoder.groupEncodingOffset()));
  }

  @Override
  void carryOut() {
    open(state.group(group).currentBank(), 0);
    events.done(TemplateId.OPEN_PORTFOLIO, 0);
  }
}
