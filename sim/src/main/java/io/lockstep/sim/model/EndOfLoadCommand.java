package io.lockstep.sim.model;

import io.lockstep.schema.card.EndOfLoadDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** End of load: from now on the card takes orders. */
final class EndOfLoadCommand extends Command {
  EndOfLoadCommand(CardState state, EventWriter events) {
    super(state, events, EndOfLoadDecoder.TEMPLATE_ID, Flags.NONE, When.LOADING);
  }

  @Override
  void decode(Messages window, int at) {}

  @Override
  RejectReason refusal() {
    return NOT_REFUSED;
  }

  @Override
  void carryOut() {
    state.endLoading();
    events.done(TemplateId.END_OF_LOAD, 0);
  }
}
