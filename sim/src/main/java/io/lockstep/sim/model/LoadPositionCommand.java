package io.lockstep.sim.model;

import static io.lockstep.sim.model.Positions.BOUND;

import io.lockstep.schema.card.LoadPositionDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Load position: opens a position with the lots that it had. */
final class LoadPositionCommand extends Command {
  private final Checks checks;
  private final LoadPositionDecoder command = new LoadPositionDecoder();
  private int account;
  private int slot;

  LoadPositionCommand(CardState state, EventWriter events, Checks checks) {
    super(state, events, LoadPositionDecoder.TEMPLATE_ID, Flags.NONE, When.LOADING);
    this.checks = checks;
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(
        window.buffer(), at, LoadPositionDecoder.BLOCK_LENGTH, LoadPositionDecoder.SCHEMA_VERSION);
    account = (int) command.account();
    slot = (int) command.positionSlot();
  }

  @Override
  RejectReason refusal() {
    RejectReason unknown = checks.holder(command.instrument(), account);
    if (unknown != NOT_REFUSED) {
      return unknown;
    }
    if (command.position() > BOUND || command.position() < -BOUND) {
      return RejectReason.POSITION_BOUND;
    }
    return checks.freePositionSlot(slot);
  }

  @Override
  void carryOut() {
    state.positions.open(slot, account, command.instrument(), command.position());
    events.done(TemplateId.LOAD_POSITION, 0);
  }
}
