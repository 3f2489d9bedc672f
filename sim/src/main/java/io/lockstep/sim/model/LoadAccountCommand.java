package io.lockstep.sim.model;

import io.lockstep.schema.card.LoadAccountDecoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Bounds;

/** Load account: defines an account with the cash that it had, and the status last reported. */
final class LoadAccountCommand extends Command {
  private final Checks checks;
  private final LoadAccountDecoder command = new LoadAccountDecoder();
  private int account;

  LoadAccountCommand(CardState state, EventWriter events, Checks checks) {
    super(state, events, LoadAccountDecoder.TEMPLATE_ID, Flags.NONE, When.LOADING);
    this.checks = checks;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    account = (int) command.account();
  }

  @Override
  boolean hasUnsupportedCode() {
    return checks.isNoTier(command.feeTier())
        || command.statusRaw() > MarginStatus.BANKRUPT.value();
  }

  @Override
  RejectReason refusal() {
    if (!state.accounts.has(account)) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    return Bounds.allowsLoadedCash(command.cash()) ? NOT_REFUSED : RejectReason.CASH_BOUND;
  }

  @Override
  void carryOut() {
    state.accounts.set(account, (int) command.selfTradeGroup(), command.feeTier());
    state.accounts.margin(account).load(command.cash(), command.status());
    events.done(TemplateId.LOAD_ACCOUNT, 0);
  }
}
