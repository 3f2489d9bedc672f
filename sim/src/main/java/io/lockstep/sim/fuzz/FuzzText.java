package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.fuzz.FuzzCounts.Pair;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result of a run as lines for people. */
public final class FuzzText {
  private static final int LINE_LENGTH = 100;
  private static final String INDENT = " ".repeat(29);

  private FuzzText() {}

  /**
   * The whole result: how often each command ended in each way, what traded, the differences, the
   * hashes, and how to repeat it.
   *
   * @param cardName as the command line names it.
   */
  public static List<String> of(FuzzResult result, String cardName) {
    List<String> lines = new ArrayList<>();
    FuzzCounts counts = result.counts();
    for (TemplateId command : counts.rules().commands()) {
      addCommand(lines, counts, command);
    }
    lines.add(row("other templates", counts.otherTemplates()) + "  UNSUPPORTED_COMMAND");
    lines.add("");
    addPairs(lines, result);
    lines.add(
        format(
            "%,d trades; ended with lots left: %,d requested, %,d immediate-or-cancel, %,d band,"
                + " %,d self-trade, %,d mass cancel",
            counts.events(TemplateId.TRADE),
            counts.cancels(CancelReason.REQUESTED),
            counts.cancels(CancelReason.IMMEDIATE_OR_CANCEL),
            counts.cancels(CancelReason.BAND),
            counts.cancels(CancelReason.SELF_TRADE),
            counts.cancels(CancelReason.MASS_CANCEL)));
    if (hasMargin(counts)) {
      lines.add(
          format(
              "accounts told to be: %,d healthy, %,d initial breached, %,d maintenance breached, %,d"
                  + " bankrupt; %,d reserves anew, %,d commits, %,d sweeps",
              counts.statuses(MarginStatus.HEALTHY),
              counts.statuses(MarginStatus.INITIAL_BREACHED),
              counts.statuses(MarginStatus.MAINTENANCE_BREACHED),
              counts.statuses(MarginStatus.BANKRUPT),
              counts.events(TemplateId.RESERVED),
              counts.events(TemplateId.GROUP_COMMITTED),
              counts.events(TemplateId.SWEEP_DONE)));
    }
    lines.add(
        format(
            "%,d resets, after %,d of them the state before was loaded again and had its hash",
            counts.rounds(), counts.restored()));
    lines.add(
        format(
            "%,d commands answered, %,d a second", result.answered(), result.commandsPerSecond()));
    addOutcome(lines, result);
    lines.add("repeat with: " + result.settings().commandLine(cardName, hasMargin(counts)));
    return lines;
  }

  private static boolean hasMargin(FuzzCounts counts) {
    return counts.rules() == CommandRules.WITH_MARGIN;
  }

  /** A command's count and its endings, in lines that are not too long. */
  private static void addCommand(List<String> lines, FuzzCounts counts, TemplateId command) {
    StringBuilder line = new StringBuilder(row(name(command), counts.commands(command)));
    for (Pair pair : counts.pairs()) {
      if (pair.command() != command) {
        continue;
      }
      String cell = format("  %s %,d", pair.how(), pair.count());
      if (line.length() + cell.length() > LINE_LENGTH) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
      }
      line.append(cell);
    }
    lines.add(line.toString());
  }

  private static void addPairs(List<String> lines, FuzzResult result) {
    List<Pair> pairs = result.counts().pairs();
    Pair rarest = pairs.stream().min(Comparator.comparing(Pair::count)).orElseThrow();
    lines.add(
        format(
            "%d ways in which a command can end, the rarest seen %,d times: %s",
            pairs.size(), rarest.count(), name(rarest)));
    List<Pair> rare = result.rare();
    if (!rare.isEmpty()) {
      String names = rare.stream().map(FuzzText::name).collect(Collectors.joining(", "));
      lines.add(format("seen fewer than %,d times: %s", result.wanted(), names));
    }
    for (Pair pair : result.counts().unruled()) {
      lines.add(format("no rule allows %s, seen %,d times", name(pair), pair.count()));
    }
  }

  private static void addOutcome(List<String> lines, FuzzResult result) {
    if (result.outcome() == Outcome.FAULTED) {
      lines.add("the card was lost");
    } else if (result.outcome() == Outcome.SILENT) {
      lines.add("the card owes an answer and gives none");
    } else if (result.outcome() == Outcome.RESTORED_WRONGLY) {
      lines.add("a state that was loaded again has another hash than it had");
    }
    lines.add(result.differences() + (result.differences() == 1 ? " difference" : " differences"));
    result.difference().ifPresent(found -> lines.add(found.summary() + "; see " + found.folder()));
    if (result.outcome() == Outcome.COMPLETED) {
      lines.add("event hash %016x".formatted(result.eventHash()));
      lines.add("state hash %016x".formatted(result.stateHash()));
    }
  }

  private static String name(Pair pair) {
    boolean isCommand = pair.command() != TemplateId.NULL_VAL;
    return (isCommand ? name(pair.command()) : "other templates") + " " + pair.how();
  }

  private static String name(TemplateId kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String row(String name, long count) {
    return format("%-17s %,11d", name, count);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
