package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a run as lines for people. */
public final class FuzzText {
  private static final List<TemplateId> KINDS =
      List.of(
          TemplateId.NEW,
          TemplateId.CANCEL,
          TemplateId.SET_INSTRUMENT,
          TemplateId.SET_BAND,
          TemplateId.AUDIT,
          TemplateId.BARRIER);

  private FuzzText() {}

  /**
   * The whole result: counts for each kind of command and reason, what traded, the differences, the
   * hashes, and how to repeat it.
   *
   * @param cardName as the command line names it.
   */
  public static List<String> of(FuzzResult result, String cardName) {
    List<String> lines = new ArrayList<>();
    FuzzCounts counts = result.counts();
    for (TemplateId kind : KINDS) {
      addKind(lines, counts, kind);
    }
    addOthers(lines, counts);
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d trades; ended with lots left: %,d requested, %,d immediate-or-cancel, %,d band",
            counts.events(TemplateId.TRADE),
            counts.cancels(CancelReason.REQUESTED),
            counts.cancels(CancelReason.IMMEDIATE_OR_CANCEL),
            counts.cancels(CancelReason.BAND)));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d commands answered, %,d a second",
            result.answered(),
            result.commandsPerSecond()));
    addOutcome(lines, result);
    lines.add("repeat with: " + result.settings().commandLine(cardName));
    return lines;
  }

  private static void addKind(List<String> lines, FuzzCounts counts, TemplateId kind) {
    lines.add(row(name(kind), counts.commands(kind)));
    lines.add(row("  carried out", counts.commands(kind) - counts.rejects(kind)));
    for (RejectReason reason : RejectReason.values()) {
      long count = counts.rejects(kind, reason);
      if (count > 0) {
        lines.add(row("  " + reason, count));
      }
    }
  }

  private static void addOthers(List<String> lines, FuzzCounts counts) {
    long others = counts.unknownTemplates();
    for (TemplateId kind : TemplateId.values()) {
      boolean isCommand = kind.value() <= TemplateId.BARRIER.value();
      others += isCommand && !KINDS.contains(kind) ? counts.commands(kind) : 0;
    }
    lines.add(row("other templates", others));
  }

  private static void addOutcome(List<String> lines, FuzzResult result) {
    if (result.outcome() == Outcome.FAULTED) {
      lines.add("the card was lost");
    } else if (result.outcome() == Outcome.SILENT) {
      lines.add("the card owes an answer and gives none");
    }
    lines.add(result.differences() + (result.differences() == 1 ? " difference" : " differences"));
    result.difference().ifPresent(found -> lines.add(found.summary() + "; see " + found.folder()));
    if (result.isClean()) {
      lines.add("event hash %016x".formatted(result.eventHash()));
      lines.add("state hash %016x".formatted(result.stateHash()));
    }
  }

  private static String name(TemplateId kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String row(String name, long count) {
    return String.format(Locale.ROOT, "%-28s %,12d", name, count);
  }
}
