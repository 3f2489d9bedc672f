package io.lockstep.sim.model;

import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import org.agrona.DirectBuffer;

/** Barrier: answers done and nothing else. */
final class BarrierCommand {
  private final EventWriter events;
  private final BarrierDecoder barrier = new BarrierDecoder();

  BarrierCommand(EventWriter events) {
    this.events = events;
  }

  /** Executes the command at {@code offset}; returns why it was refused, NULL_VAL if it was not. */
  RejectReason execute(DirectBuffer command, int offset) {
    barrier.wrap(command, offset, BarrierDecoder.BLOCK_LENGTH, BarrierDecoder.SCHEMA_VERSION);
    if (barrier.header().flags().getRaw() != 0) {
      events.rejected(BarrierDecoder.TEMPLATE_ID, 0, 0, RejectReason.UNSUPPORTED_FIELD);
      return RejectReason.UNSUPPORTED_FIELD;
    }
    events.done(TemplateId.BARRIER, 0);
    return RejectReason.NULL_VAL;
  }
}
