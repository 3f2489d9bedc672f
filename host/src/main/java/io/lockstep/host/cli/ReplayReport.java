package io.lockstep.host.cli;

import static io.lockstep.host.cli.Terminal.count;

import io.lockstep.host.replay.AuctionComparison;
import io.lockstep.host.replay.FillComparison;
import io.lockstep.host.replay.FillComparison.Difference;
import io.lockstep.host.replay.ReplayOutcome;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints how a replay went. */
final class ReplayReport {
  private final PrintWriter out;

  ReplayReport(PrintWriter out) {
    this.out = out;
  }

  /**
   * @param way the card, and how the commands came to it.
   */
  void print(String way, ReplayOutcome outcome) {
    FillComparison fills = outcome.fills();
    row("card", way);
    outcome.auctions().forEach(this::auction);
    row("commands", count(outcome.commands()) + " sent, " + count(outcome.refusals()) + " refused");
    row(
        "fills",
        count(fills.compared())
            + " compared, "
            + count(fills.equal())
            + " equal, "
            + count(fills.differences())
            + " differ");
    row("time", time(outcome));
    if (outcome.cycles() > 0) {
      row(
          "card clock",
          String.format(
              Locale.ROOT,
              "%,d cycles, %.1f a command",
              outcome.cycles(),
              (double) outcome.cycles() / outcome.commands()));
    }
    outcome.fills().first().ifPresent(this::difference);
    outcome.firstRefusal().ifPresent(refusal -> row("refused first", refusal));
    if (outcome.cutShort() > 0) {
      row("cut short", count(outcome.cutShort()) + " orders ended with quantity left");
    }
    out.println(outcome.agrees() ? "All fills agree." : "The replay differs from the exchange.");
    out.flush();
  }

  private void auction(AuctionComparison auction) {
    String result =
        auction.volume() == 0
            ? "nothing trades"
            : "price " + auction.priceMilliCny() + ", volume " + count(auction.volume());
    row(
        auction.name(),
        "auction: "
            + result
            + "; fills of "
            + count(auction.equalOrders())
            + " orders equal, "
            + count(auction.differences())
            + " differ");
    auction.first().ifPresent(first -> row("  first", first));
  }

  private void difference(Difference first) {
    row("differs first", first.place());
    row("  expected", first.expected() == null ? "none" : first.expected().toString());
    row("  got", first.got() == null ? "none" : first.got().toString());
  }

  private static String time(ReplayOutcome outcome) {
    double seconds = outcome.elapsedNanos() / 1e9;
    return String.format(
        Locale.ROOT, "%.2f s, %,.0f commands/s", seconds, outcome.commands() / seconds);
  }

  private void row(String name, String value) {
    out.printf(Locale.ROOT, "  %-14s %s%n", name, value);
  }
}
