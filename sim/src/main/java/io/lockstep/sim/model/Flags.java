package io.lockstep.sim.model;

import io.lockstep.schema.card.CommandFlagsEncoder;

/** The flags of commands, as bits. */
final class Flags {
  static final int NONE = 0;
  static final int DRY_RUN = CommandFlagsEncoder.dryRun((short) NONE, true);
  static final int SYSTEM = CommandFlagsEncoder.system((short) NONE, true);
  static final int POST_ONLY = CommandFlagsEncoder.postOnly((short) NONE, true);
  static final int REDUCE_ONLY = CommandFlagsEncoder.reduceOnly((short) NONE, true);
  static final int PARKED = CommandFlagsEncoder.parked((short) NONE, true);

  private Flags() {}
}
