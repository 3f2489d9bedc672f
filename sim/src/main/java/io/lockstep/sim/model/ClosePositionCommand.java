package io.lockstep.sim.model;

import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Close position: frees a slot without lots and without open orders. */
final class ClosePositionCommand extends Command {
  private final Holdings holdings;
  private final ClosePositionDecoder command = new ClosePositionDecoder();
  private int slot;

  ClosePositionCommand(CardState state, EventWriter events, Holdings holdings) {
    super(state, events, ClosePositionDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.holdings = holdings;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    slot = (int) command.positionSlot();
  }

  @Override
  RejectReason refusal() {
    if (!state.positions.isOf(slot, (int) command.account(), command.instrument())) {
      return RejectReason.UNKNOWN_POSITION;
    }
    if (!state.positions.isEmpty(slot)) {
      return RejectReason.POSITION_NOT_EMPTY;
    }
    boolean elsewhere =
        state.hasMargin() && state.positions.portfolio(slot) != (int) command.portfolio();
    return elsewhere ? RejectReason.UNKNOWN_PORTFOLIO : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    holdings.closePosition(slot);
    events.done(TemplateId.CLOSE_POSITION, 0);
  }
}
