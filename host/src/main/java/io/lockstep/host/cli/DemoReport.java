package io.lockstep.host.cli;

import static io.lockstep.host.cli.Terminal.count;

import io.lockstep.host.demo.DemoResult;
import io.lockstep.host.demo.DemoStatistics;
import io.lockstep.host.demo.DemoVenue;
import io.lockstep.host.demo.Ladders;
import io.lockstep.host.demo.MarketView;
import io.lockstep.host.demo.MarketView.Print;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.RejectReason;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Prints how a demo ended: books, trades, latencies, and the output's hash as the last line. */
final class DemoReport {
  private static final int DEPTH = 5;

  private final PrintWriter out;
  private final DemoResult result;

  DemoReport(PrintWriter out, DemoResult result) {
    this.out = out;
    this.result = result;
  }

  /**
   * @param colours whether the books may be coloured.
   */
  void print(boolean colours) {
    out.println();
    out.println("Books at the end");
    new Ladders(result.instruments(), result.view(), colours)
        .draw(result.instruments().size(), DEPTH)
        .forEach(out::println);
    out.println();
    instruments();
    out.println();
    totals();
    out.println();
    latencies();
    out.printf(
        Locale.ROOT,
        "%noutput hash %s (%s messages, %s bytes)%n",
        result.outputHash(),
        count(result.outputMessages()),
        count(result.outputBytes()));
    out.flush();
  }

  private void instruments() {
    MarketView view = result.view();
    out.printf(Locale.ROOT, "%-18s %10s %12s %12s%n", "Instrument", "trades", "lots", "last");
    for (int i = 0; i < result.instruments().size(); i++) {
      Venue.Instrument instrument = result.instruments().get(i);
      Print last = view.last(i);
      out.printf(
          Locale.ROOT,
          "%-18s %,10d %,12d %12s%n",
          instrument.name(),
          view.trades(i),
          view.lots(i),
          last == null ? "-" : DemoVenue.price(instrument, last.priceTicks()));
    }
  }

  private void totals() {
    DemoStatistics statistics = result.statistics();
    double seconds = statistics.elapsedNanos() / 1e9;
    long requests = statistics.orders() + statistics.replaces() + statistics.cancels();
    row(
        "Requests",
        String.format(
            Locale.ROOT,
            "%,d orders, %,d replaces, %,d cancels in %.1f s: %,.0f a second",
            statistics.orders(),
            statistics.replaces(),
            statistics.cancels(),
            seconds,
            requests / seconds));
    row("Trades", count(statistics.trades()) + ", " + count(statistics.lots()) + " lots");
    row("Open orders", count(result.view().openOrders()));
    row("Refused", refusals(statistics.refusals()));
    if (statistics.halts() > 0) {
      row("Halts", count(statistics.halts()) + ", by trades at the edge of a band");
    }
    if (result.cycles() > 0) {
      row("Card clock", count(result.cycles()) + " cycles");
    }
  }

  private static String refusals(Map<RejectReason, Long> refusals) {
    if (refusals.isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder();
    refusals.forEach(
        (reason, times) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(reason)
                .append(' ')
                .append(count(times)));
    return text.toString();
  }

  private void latencies() {
    out.printf(Locale.ROOT, "%-36s %9s %9s %9s %9s%n", "Latency", "min", "median", "p99", "max");
    result
        .windowToEventCycles()
        .ifPresent(cycles -> latency("card, window to first event, cycles", cycles, 1, "%,9.0f"));
    latency("order sent to last report, us", result.statistics().latencyNanos(), 1e3, "%,9.1f");
  }

  private void latency(String what, Histogram histogram, double unit, String format) {
    out.printf(
        Locale.ROOT,
        "%-36s " + String.join(" ", format, format, format, format) + "%n",
        what,
        histogram.getMinValue() / unit,
        histogram.getValueAtPercentile(50) / unit,
        histogram.getValueAtPercentile(99) / unit,
        histogram.getMaxValue() / unit);
  }

  private void row(String name, String value) {
    out.printf(Locale.ROOT, "%-18s %s%n", name, value);
  }
}
