package io.lockstep.sim.model;

import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Close position: frees a slot without lots and without open orders. */
final class ClosePositionCommand extends Command {
  private final ClosePositionDecoder command = new ClosePositionDecoder();
  private int slot;

  ClosePositionCommand(CardState state, EventWriter events) {
    super(state, events, ClosePositionDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(
        window.buffer(),
        at,
        ClosePositionDecoder.BLOCK_LENGTH,
        ClosePositionDecoder.SCHEMA_VERSION);
    slot = (int) command.positionSlot();
  }

  @Override
  RejectReason refusal() {
    if (!state.positions.isOf(slot, (int) command.account(), command.instrument())) {
      return RejectReason.UNKNOWN_POSITION;
    }
    return state.positions.isEmpty(slot) ? NOT_REFUSED : RejectReason.POSITION_NOT_EMPTY;
  }

  @Override
  void carryOut() {
    state.positions.close(slot);
    events.done(TemplateId.CLOSE_POSITION, 0);
  }
}
