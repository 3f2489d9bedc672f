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
  private final ReportRows rows;

  ReplayReport(PrintWriter out) {
    this.out = out;
    rows = new ReportRows(out);
  }

  /**
   * @param way the card, and how the commands came to it.
   */
  void print(String way, ReplayOutcome outcome) {
    FillComparison fills = outcome.fills();
    rows.row("card", way);
    outcome.auctions().forEach(this::auction);
    rows.row(
        "commands", count(outcome.commands()) + " sent, " + count(outcome.refusals()) + " refused");
    rows.row(
        "fills",
        count(fills.compared())
            + " compared, "
            + count(fills.equal())
            + " equal, "
            + count(fills.differences())
            + " differ");
    rows.row("time", time(outcome));
    rows.cardClock(outcome.cycles(), outcome.commands());
    outcome.outputHash().ifPresent(hash -> rows.row("output hash", hash));
    outcome.fills().first().ifPresent(this::difference);
    outcome.firstRefusal().ifPresent(refusal -> rows.row("refused first", refusal));
    if (outcome.cutShort() > 0) {
      rows.row("cut short", count(outcome.cutShort()) + " orders ended with quantity left");
    }
    out.println(outcome.agrees() ? "All fills agree." : "The replay differs from the exchange.");
    out.flush();
  }

  private void auction(AuctionComparison auction) {
    String result =
        auction.volume() == 0
            ? "nothing trades"
            : "price " + auction.priceMilliCny() + ", volume " + count(auction.volume());
    rows.row(
        auction.name(),
        "auction: "
            + result
            + "; fills of "
            + count(auction.equalOrders())
            + " orders equal, "
            + count(auction.differences())
            + " differ");
    auction.first().ifPresent(first -> rows.row("  first", first));
  }

  private void difference(Difference first) {
    rows.row("differs first", first.place());
    rows.row("  expected", first.expected() == null ? "none" : first.expected().toString());
    rows.row("  got", first.got() == null ? "none" : first.got().toString());
  }

  private static String time(ReplayOutcome outcome) {
    double seconds = outcome.elapsedNanos() / 1e9;
    return String.format(
        Locale.ROOT, "%.2f s, %,.0f commands/s", seconds, outcome.commands() / seconds);
  }
}
