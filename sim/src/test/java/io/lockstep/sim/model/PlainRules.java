package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import java.util.TreeSet;

/** What all commands of {@link PlainCard} go by. */
abstract class PlainRules {
  final PlainContext context;
  final PlainState state;
  final PlainEvents events;
  final PlainMargin margin;
  final TreeSet<RejectReason> reasons;

  PlainRules(PlainContext context) {
    this.context = context;
    this.state = context.state;
    this.events = context.events;
    this.margin = context.margin;
    this.reasons = context.reasons;
  }

  void refuse(RejectReason reason, boolean applies) {
    if (applies) {
      reasons.add(reason);
    }
  }

  /** The flags that the command names. */
  void named(int named) {
    refuse(RejectReason.UNSUPPORTED_FIELD, (context.flags & ~named) != 0);
  }

  boolean has(int flag) {
    return (context.flags & flag) != 0;
  }
}
