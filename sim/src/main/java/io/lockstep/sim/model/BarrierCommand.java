package io.lockstep.sim.model;

import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Barrier: answers done and nothing else. */
final class BarrierCommand extends Command {
  BarrierCommand(CardState state, EventWriter events) {
    super(state, events, BarrierDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
  }

  @Override
  void decode(Messages window, int at) {}

  @Override
  RejectReason refusal() {
    return NOT_REFUSED;
  }

  @Override
  void carryOut() {
    events.done(TemplateId.BARRIER, 0);
  }
}
