package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.card.TemplateId;

/**
 * Set account: makes an account known, and says its self-trade group and its fee tier, for orders
 * that enter later.
 */
final class SetAccountCommand extends Command {
  private final Checks checks;
  private final SetAccountDecoder command = new SetAccountDecoder();

  SetAccountCommand(CardState state, EventWriter events, Checks checks) {
    super(state, events, SetAccountDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.checks = checks;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
  }

  @Override
  boolean hasUnsupportedCode() {
    return checks.isNoTier(command.feeTier());
  }

  @Override
  RejectReason refusal() {
    boolean exists = state.accounts.has((int) command.account());
    return exists ? NOT_REFUSED : RejectReason.UNKNOWN_ACCOUNT;
  }

  @Override
  void carryOut() {
    int tier = state.hasMargin() ? command.feeTier() : 0;
    state.accounts.set((int) command.account(), (int) command.selfTradeGroup(), tier);
    events.done(TemplateId.SET_ACCOUNT, 0);
  }
}
