package io.lockstep.sim.model;

import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import org.agrona.DirectBuffer;

/** The commands that this card implements; every other template is refused. */
final class Commands {
  private final EventWriter events;
  private final NewCommand newOrder;
  private final CancelCommand cancel;
  private final SetInstrumentCommand setInstrument;
  private final SetBandCommand setBand;
  private final AuditCommand audit;
  private final BarrierCommand barrier;

  Commands(CardState state, EventWriter events) {
    this.events = events;
    newOrder = new NewCommand(state, events);
    cancel = new CancelCommand(state, events);
    setInstrument = new SetInstrumentCommand(state, events);
    setBand = new SetBandCommand(state, events);
    audit = new AuditCommand(state, events);
    barrier = new BarrierCommand(events);
  }

  /** Executes the command at {@code offset}; returns why it was refused, NULL_VAL if it was not. */
  RejectReason execute(int template, DirectBuffer command, int offset) {
    return switch (template) {
      case NewDecoder.TEMPLATE_ID -> newOrder.execute(command, offset);
      case CancelDecoder.TEMPLATE_ID -> cancel.execute(command, offset);
      case SetInstrumentDecoder.TEMPLATE_ID -> setInstrument.execute(command, offset);
      case SetBandDecoder.TEMPLATE_ID -> setBand.execute(command, offset);
      case AuditDecoder.TEMPLATE_ID -> audit.execute(command, offset);
      case BarrierDecoder.TEMPLATE_ID -> barrier.execute(command, offset);
      default -> unsupported(template);
    };
  }

  private RejectReason unsupported(int template) {
    events.rejected(template, 0, 0, RejectReason.UNSUPPORTED_COMMAND);
    return RejectReason.UNSUPPORTED_COMMAND;
  }
}
