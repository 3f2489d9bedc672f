package io.lockstep.sim.model;

import io.lockstep.schema.card.OpenPositionDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Open position: binds a slot to an account and an instrument. */
final class OpenPositionCommand extends Command {
  private final Checks checks;
  private final Holdings holdings;
  private final OpenPositionDecoder command = new OpenPositionDecoder();
  private int account;
  private int slot;
  private int portfolio;

  OpenPositionCommand(CardState state, EventWriter events, Checks checks, Holdings holdings) {
    super(state, events, OpenPositionDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.checks = checks;
    this.holdings = holdings;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    account = (int) command.account();
    slot = (int) command.positionSlot();
    portfolio = (int) command.portfolio();
  }

  @Override
  RejectReason refusal() {
    RejectReason unknown = checks.holder(command.instrument(), account);
    if (unknown != NOT_REFUSED) {
      return unknown;
    }
    RejectReason taken = checks.freePositionSlot(slot);
    return taken != NOT_REFUSED
        ? taken
        : checks.roomInPortfolio(portfolio, account, command.instrument());
  }

  @Override
  void carryOut() {
    holdings.openPosition(slot, account, command.instrument(), portfolio, 0);
    events.done(TemplateId.OPEN_POSITION, 0);
  }
}
