package io.lockstep.sim.model;

import io.lockstep.schema.card.CommandFlagsEncoder;

/** The flags of commands that this card knows, as bits. */
final class Flags {
  static final int NONE = 0;
  static final int POST_ONLY = CommandFlagsEncoder.postOnly((short) NONE, true);
  static final int REDUCE_ONLY = CommandFlagsEncoder.reduceOnly((short) NONE, true);
  static final int PARKED = CommandFlagsEncoder.parked((short) NONE, true);

  private Flags() {}
}
