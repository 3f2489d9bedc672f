package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.card.TemplateId;

/**
 * Set account: makes an account known, and says its self-trade group for orders that enter later.
 */
final class SetAccountCommand extends Command {
  private final SetAccountDecoder command = new SetAccountDecoder();

  SetAccountCommand(CardState state, EventWriter events) {
    super(state, events, SetAccountDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(
        window.buffer(), at, SetAccountDecoder.BLOCK_LENGTH, SetAccountDecoder.SCHEMA_VERSION);
  }

  @Override
  RejectReason refusal() {
    boolean exists = state.accounts.has((int) command.account());
    return exists ? NOT_REFUSED : RejectReason.UNKNOWN_ACCOUNT;
  }

  @Override
  void carryOut() {
    state.accounts.set((int) command.account(), (int) command.selfTradeGroup());
    events.done(TemplateId.SET_ACCOUNT, 0);
  }
}
