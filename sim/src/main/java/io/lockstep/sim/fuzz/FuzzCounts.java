package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import java.util.ArrayList;
import java.util.List;

/** What was sent and what came back, by kind. */
public final class FuzzCounts {
  private static final int TEMPLATES = 128;

  private final long[] commands = new long[TEMPLATES];
  private final long[] events = new long[TEMPLATES];
  private final long[][] rejects = new long[TEMPLATES][RejectReason.values().length];
  private final long[][] endings = new long[TEMPLATES][Ending.values().length];
  private final long[] cancels = new long[CancelReason.values().length];
  private final long[] statuses = new long[MarginStatus.values().length];
  private long unknownTemplates;
  private long rounds;
  private long restored;

  private final CommandRules rules;

  FuzzCounts(CommandRules rules) {
    this.rules = rules;
  }

  /** Which commands there are, and how each may end. */
  CommandRules rules() {
    return rules;
  }

  /**
   * How a command can end, and how often it did.
   *
   * @param command as docs/card.md names it; NULL_VAL for templates that are no command.
   * @param how a reason of refusal, or what else became of it.
   */
  public record Pair(TemplateId command, String how, long count) {}

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

  void ending(int commandTemplate, Ending ending) {
    if (commandTemplate < TEMPLATES) {
      endings[commandTemplate][ending.ordinal()]++;
    }
  }

  void cancel(CancelReason reason) {
    cancels[reason.ordinal()]++;
  }

  void status(MarginStatus status) {
    statuses[status.ordinal()]++;
  }

  void round() {
    rounds++;
  }

  void restored(long times) {
    restored = times;
  }

  /** Every pair that can occur, in the order of commands and reasons; other templates last. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (TemplateId command : rules.commands()) {
      for (Ending ending : rules.endings(command)) {
        pairs.add(new Pair(command, ending.name(), endings[command.value()][ending.ordinal()]));
      }
      for (RejectReason reason : rules.reasons(command)) {
        pairs.add(new Pair(command, reason.name(), rejects(command, reason)));
      }
    }
    String unsupported = RejectReason.UNSUPPORTED_COMMAND.name();
    pairs.add(new Pair(TemplateId.NULL_VAL, unsupported, otherTemplates()));
    return pairs;
  }

  /** Pairs that occurred though no rule names them: none, where the card keeps the rules. */
  public List<Pair> unruled() {
    List<Pair> pairs = new ArrayList<>();
    for (TemplateId command : rules.commands()) {
      for (RejectReason reason : RejectReason.values()) {
        if (rejects(command, reason) > 0 && !rules.reasons(command).contains(reason)) {
          pairs.add(new Pair(command, reason.name(), rejects(command, reason)));
        }
      }
      for (Ending ending : Ending.values()) {
        long count = endings[command.value()][ending.ordinal()];
        if (count > 0 && !rules.endings(command).contains(ending)) {
          pairs.add(new Pair(command, ending.name(), count));
        }
      }
    }
    return pairs;
  }

  /** Commands answered of one kind. */
  public long commands(TemplateId kind) {
    return commands[kind.value()];
  }

  /** Commands answered whose template is not that of a command which a card implements. */
  public long otherTemplates() {
    long others = unknownTemplates;
    for (int template = 0; template < TEMPLATES; template++) {
      others += rules.isImplemented(template) ? 0 : commands[template];
    }
    return others;
  }

  /** Events of one kind. */
  public long events(TemplateId kind) {
    return events[kind.value()];
  }

  /** Commands of one kind refused for one reason. */
  public long rejects(TemplateId kind, RejectReason reason) {
    return rejects[kind.value()][reason.ordinal()];
  }

  /** Orders that ended with quantity left for one reason. */
  public long cancels(CancelReason reason) {
    return cancels[reason.ordinal()];
  }

  /** Times that an account was told to stand so. */
  public long statuses(MarginStatus status) {
    return statuses[status.ordinal()];
  }

  /** Times that the card was reset. */
  public long rounds() {
    return rounds;
  }

  /** Times that a state was loaded again, with the state hash that it had. */
  public long restored() {
    return restored;
  }
}
