package io.lockstep.sim.model;

import io.lockstep.schema.card.OpenPositionDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Open position: binds a slot to an account and an instrument. */
final class OpenPositionCommand extends Command {
  private final Checks checks;
  private final OpenPositionDecoder command = new OpenPositionDecoder();
  private int account;
  private int slot;

  OpenPositionCommand(CardState state, EventWriter events, Checks checks) {
    super(state, events, OpenPositionDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.checks = checks;
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(
        window.buffer(), at, OpenPositionDecoder.BLOCK_LENGTH, OpenPositionDecoder.SCHEMA_VERSION);
    account = (int) command.account();
    slot = (int) command.positionSlot();
  }

  @Override
  RejectReason refusal() {
    RejectReason unknown = checks.holder(command.instrument(), account);
    return unknown != NOT_REFUSED ? unknown : checks.freePositionSlot(slot);
  }

  @Override
  void carryOut() {
    state.positions.open(slot, account, command.instrument(), 0);
    events.done(TemplateId.OPEN_POSITION, 0);
  }
}
