package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** What was sent and what came back, by kind. */
public final class FuzzCounts {
  private static final int TEMPLATES = 128;

  private final long[] commands = new long[TEMPLATES];
  private final long[] events = new long[TEMPLATES];
  private final long[][] rejects = new long[TEMPLATES][RejectReason.values().length];
  private final long[] cancels = new long[CancelReason.values().length];
  private long unknownTemplates;

  FuzzCounts() {}

  void command(int template) {
    if (template < TEMPLATES) {
      commands[template]++;
    } else {
      unknownTemplates++;
    }
  }

  void event(int template) {
    if (template < TEMPLATES) {
      events[template]++;
    }
  }

  void reject(int commandTemplate, RejectReason reason) {
    if (commandTemplate < TEMPLATES) {
      rejects[commandTemplate][reason.ordinal()]++;
    }
  }

  void cancel(CancelReason reason) {
    cancels[reason.ordinal()]++;
  }

  /** Commands answered of one kind. */
  public long commands(TemplateId kind) {
    return commands[kind.value()];
  }

  /** Commands answered whose template names nothing, not even a command that may come one day. */
  public long unknownTemplates() {
    long unknown = unknownTemplates;
    for (int template = 0; template < TEMPLATES; template++) {
      unknown += isCommand(template) ? 0 : commands[template];
    }
    return unknown;
  }

  private static boolean isCommand(int template) {
    return template >= TemplateId.NEW.value() && template <= TemplateId.BARRIER.value();
  }

  /** Events of one kind. */
  public long events(TemplateId kind) {
    return events[kind.value()];
  }

  /** Commands of one kind refused for one reason. */
  public long rejects(TemplateId kind, RejectReason reason) {
    return rejects[kind.value()][reason.ordinal()];
  }

  /** Commands of one kind refused for whatever reason. */
  public long rejects(TemplateId kind) {
    long sum = 0;
    for (long count : rejects[kind.value()]) {
      sum += count;
    }
    return sum;
  }

  /** Orders that ended with quantity left for one reason. */
  public long cancels(CancelReason reason) {
    return cancels[reason.ordinal()];
  }
}
