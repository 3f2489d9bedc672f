package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;

/** What the counter block of a card counts, and commands by kind. Owned by the card's thread. */
public final class ModelCounters {
  private static final int TEMPLATES = 64;

  private final long[] commandsByTemplate = new long[TEMPLATES + 1];
  private final long[] rejects = new long[RejectReason.values().length];
  private long commands;

  ModelCounters() {}

  void count(int template, RejectReason reason) {
    commands++;
    commandsByTemplate[Math.min(template, TEMPLATES)]++;
    if (reason != RejectReason.NULL_VAL) {
      rejects[reason.ordinal()]++;
    }
  }

  /** Commands executed. */
  public long commands() {
    return commands;
  }

  /**
   * Commands executed of one template, refused ones included.
   *
   * @param template from 0; all templates from 64 on, which are no commands, count as one.
   */
  public long commands(int template) {
    return commandsByTemplate[Math.min(template, TEMPLATES)];
  }

  /** Commands refused for one reason. */
  public long rejects(RejectReason reason) {
    return rejects[reason.ordinal()];
  }
}
