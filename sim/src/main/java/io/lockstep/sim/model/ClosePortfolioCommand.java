package io.lockstep.sim.model;

import io.lockstep.schema.card.ClosePortfolioDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Portfolio;

/** Close portfolio: frees a slot without positions and without an add-on. */
final class ClosePortfolioCommand extends Command {
  private final Holdings holdings;
  private final ClosePortfolioDecoder command = new ClosePortfolioDecoder();
  private int slot;

  ClosePortfolioCommand(CardState state, EventWriter events, Holdings holdings) {
    super(state, events, ClosePortfolioDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.holdings = holdings;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    slot = (int) command.portfolio();
  }

  @Override
  RejectReason refusal() {
    if (!state.portfolios.isOf(slot, (int) command.account(), command.group())) {
      return RejectReason.UNKNOWN_PORTFOLIO;
    }
    Portfolio portfolio = state.portfolios.get(slot);
    boolean empty = portfolio.positions() == 0 && portfolio.addOn() == 0;
    return empty ? NOT_REFUSED : RejectReason.PORTFOLIO_NOT_EMPTY;
  }

  @Override
  void carryOut() {
    holdings.closePortfolio(slot);
    events.done(TemplateId.CLOSE_PORTFOLIO, 0);
  }
}
