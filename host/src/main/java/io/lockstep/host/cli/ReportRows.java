package io.lockstep.host.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** The rows of a report, a name and a value each. */
final class ReportRows {
  private final PrintWriter out;

  ReportRows(PrintWriter out) {
    this.out = out;
  }

  void row(String name, String value) {
    out.printf(Locale.ROOT, "  %-14s %s%n", name, value);
  }

  /** Cycles of the card's clock; no row for a card without one. */
  void cardClock(long cycles, long commands) {
    if (cycles > 0) {
      row(
          "card clock",
          String.format(
              Locale.ROOT, "%,d cycles, %.1f a command", cycles, (double) cycles / commands));
    }
  }
}
