package io.lockstep.sim.model;

import io.lockstep.schema.card.OpenPortfolioDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Open portfolio: binds a slot to an account and a risk group. */
final class OpenPortfolioCommand extends Command {
  private final Checks checks;
  private final Holdings holdings;
  private final OpenPortfolioDecoder command = new OpenPortfolioDecoder();
  private int slot;
  private int account;

  OpenPortfolioCommand(CardState state, EventWriter events, Checks checks, Holdings holdings) {
    super(state, events, OpenPortfolioDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.checks = checks;
    this.holdings = holdings;
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(
        window.buffer(),
        at,
        OpenPortfolioDecoder.BLOCK_LENGTH,
        OpenPortfolioDecoder.SCHEMA_VERSION);
    slot = (int) command.portfolio();
    account = (int) command.account();
  }

  @Override
  RejectReason refusal() {
    return checks.newPortfolio(slot, account, command.group());
  }

  @Override
  void carryOut() {
    int bank = state.group(command.group()).currentBank();
    holdings.openPortfolio(slot, account, command.group(), bank, 0);
    events.done(TemplateId.OPEN_PORTFOLIO, 0);
  }
}
