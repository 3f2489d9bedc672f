package io.lockstep.host.cli;

import static io.lockstep.host.cli.Terminal.count;

import io.lockstep.host.replay.lobster.LobsterOutcome;
import io.lockstep.host.replay.lobster.RowDifference;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints how a replay of a LOBSTER day went. */
final class LobsterReport {
  private final PrintWriter out;
  private final ReportRows rows;

  LobsterReport(PrintWriter out) {
    this.out = out;
    rows = new ReportRows(out);
  }

  void print(String cardName, LobsterOutcome outcome) {
    rows.row("card", cardName + ", straight into it");
    rows.row("seed", outcome.seeded() + " levels of the first row, one order each");
    rows.row("rows", count(outcome.rows()) + " compared, in all levels of both sides");
    rows.row("with loads", count(outcome.rowsWithLoads()));
    rows.row("equal", count(outcome.rows() - outcome.rowsThatDiffer()));
    rows.row("differ", count(outcome.rowsThatDiffer()));
    rows.row("audits", count(outcome.audits()) + ", all as the events told");
    double seconds = outcome.elapsedNanos() / 1e9;
    rows.row(
        "time",
        String.format(
            Locale.ROOT,
            "%.2f s, %,d commands, %,.0f a second",
            seconds,
            outcome.commands(),
            outcome.commands() / seconds));
    rows.cardClock(outcome.cycles(), outcome.commands());
    if (outcome.differences().isEmpty()) {
      out.println("All rows agree.");
    } else {
      out.println("Rows that differ, by message index from 0:");
      outcome.differences().forEach(this::difference);
    }
    out.flush();
  }

  private void difference(RowDifference difference) {
    out.println(
        difference.first() == difference.last()
            ? "  " + difference.first()
            : "  "
                + difference.first()
                + " to "
                + difference.last()
                + ", "
                + count(difference.rows())
                + " rows");
    difference.levels().forEach(level -> out.println("    " + level));
    difference.causes().forEach(cause -> out.println("    because " + cause));
  }
}
