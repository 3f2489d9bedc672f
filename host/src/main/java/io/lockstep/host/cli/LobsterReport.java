package io.lockstep.host.cli;

import static io.lockstep.host.cli.Terminal.count;

import io.lockstep.host.replay.lobster.LobsterOutcome;
import io.lockstep.host.replay.lobster.RowDifference;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints how a replay of a LOBSTER day went. */
final class LobsterReport {
  private final PrintWriter out;

  LobsterReport(PrintWriter out) {
    this.out = out;
  }

  void print(String cardName, LobsterOutcome outcome) {
    row("card", cardName + ", straight into it");
    row("seed", outcome.seeded() + " levels of the first row, one order each");
    row("rows", count(outcome.rows()) + " compared, in all levels of both sides");
    row("with loads", count(outcome.rowsWithLoads()));
    row("equal", count(outcome.rows() - outcome.rowsThatDiffer()));
    row("differ", count(outcome.rowsThatDiffer()));
    row("audits", count(outcome.audits()) + ", all as the events told");
    double seconds = outcome.elapsedNanos() / 1e9;
    row(
        "time",
        String.format(
            Locale.ROOT,
            "%.2f s, %,d commands, %,.0f a second",
            seconds,
            outcome.commands(),
            outcome.commands() / seconds));
    if (outcome.cycles() > 0) {
      row(
          "card clock",
          String.format(
              Locale.ROOT,
              "%,d cycles, %.1f a command",
              outcome.cycles(),
              (double) outcome.cycles() / outcome.commands()));
    }
    if (outcome.differences().isEmpty()) {
      out.println("All rows agree.");
    } else {
      out.println("Rows that differ, by message index from 0:");
      outcome.differences().forEach(this::difference);
    }
    out.flush();
  }

  private void difference(RowDifference rows) {
    out.println(
        rows.first() == rows.last()
            ? "  " + rows.first()
            : "  " + rows.first() + " to " + rows.last() + ", " + count(rows.rows()) + " rows");
    rows.levels().forEach(level -> out.println("    " + level));
    rows.causes().forEach(cause -> out.println("    because " + cause));
  }

  private void row(String name, String value) {
    out.printf(Locale.ROOT, "  %-14s %s%n", name, value);
  }
}
