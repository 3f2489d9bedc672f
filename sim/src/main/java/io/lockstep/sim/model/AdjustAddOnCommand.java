package io.lockstep.sim.model;

import io.lockstep.schema.card.AdjustAddOnDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Bounds;
import io.lockstep.sim.model.margin.Portfolio;

/** Adjust add-on: moves the add-on of a portfolio. */
final class AdjustAddOnCommand extends Command {
  private final Revaluation revaluation;
  private final StatusReports statuses;
  private final AdjustAddOnDecoder command = new AdjustAddOnDecoder();
  private int account;
  private int slot;

  AdjustAddOnCommand(
      CardState state, EventWriter events, Revaluation revaluation, StatusReports statuses) {
    super(state, events, AdjustAddOnDecoder.TEMPLATE_ID, Flags.SYSTEM, When.LOADED);
    this.revaluation = revaluation;
    this.statuses = statuses;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    account = (int) command.account();
    slot = (int) command.portfolio();
  }

  @Override
  void revalue() {
    revaluation.ofAccountIfKnown(account);
  }

  @Override
  RejectReason refusal() {
    if (!state.portfolios.isOf(slot, account)) {
      return RejectReason.UNKNOWN_PORTFOLIO;
    }
    long amount = command.amount();
    if (!Bounds.allowsAddOn(state.portfolios.get(slot).addOn() + amount)) {
      return RejectReason.ADD_ON_BOUND;
    }
    long free = state.accounts.margin(account).free();
    boolean lacks = amount > 0 && !hasFlag(Flags.SYSTEM) && free - amount < 0;
    return lacks ? RejectReason.MARGIN_INSUFFICIENT : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    Portfolio portfolio = state.portfolios.get(slot);
    portfolio.setAddOn(portfolio.addOn() + command.amount());
    events.done(TemplateId.ADJUST_ADD_ON, 0);
    statuses.compare(account);
  }
}
