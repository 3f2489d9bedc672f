package io.lockstep.sim.model;

import io.lockstep.schema.card.LoadPortfolioDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Bounds;
import io.lockstep.sim.model.margin.RiskGroup;

/** Load portfolio: opens a portfolio of the epoch that it was of, with its add-on. */
final class LoadPortfolioCommand extends Command {
  private final Checks checks;
  private final Holdings holdings;
  private final LoadPortfolioDecoder command = new LoadPortfolioDecoder();
  private int slot;
  private int account;

  LoadPortfolioCommand(CardState state, EventWriter events, Checks checks, Holdings holdings) {
    super(state, events, LoadPortfolioDecoder.TEMPLATE_ID, Flags.NONE, When.LOADING);
    this.checks = checks;
    this.holdings = holdings;
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(
        window.buffer(),
        at,
        LoadPortfolioDecoder.BLOCK_LENGTH,
        LoadPortfolioDecoder.SCHEMA_VERSION);
    slot = (int) command.portfolio();
    account = (int) command.account();
  }

  @Override
  RejectReason refusal() {
    RejectReason reason = checks.newPortfolio(slot, account, command.group());
    if (reason != NOT_REFUSED) {
      return reason;
    }
    int epoch = (int) command.epoch();
    int current = state.group(command.group()).epoch();
    if (epoch != current && epoch != current - 1) {
      return RejectReason.WRONG_EPOCH;
    }
    return Bounds.allowsAddOn(command.addOn()) ? NOT_REFUSED : RejectReason.ADD_ON_BOUND;
  }

  @Override
  void carryOut() {
    RiskGroup group = state.group(command.group());
    boolean isCurrent = (int) command.epoch() == group.epoch();
    int bank = isCurrent ? group.currentBank() : group.otherBank();
    holdings.openPortfolio(slot, account, command.group(), bank, command.addOn());
    events.done(TemplateId.LOAD_PORTFOLIO, 0);
  }
}
