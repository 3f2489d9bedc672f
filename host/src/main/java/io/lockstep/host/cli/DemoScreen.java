package io.lockstep.host.cli;

import static io.lockstep.host.cli.Terminal.count;

import io.lockstep.host.demo.DemoObserver;
import io.lockstep.host.demo.DemoStatistics;
import io.lockstep.host.demo.DemoVenue;
import io.lockstep.host.demo.Ladders;
import io.lockstep.host.demo.MarketView;
import io.lockstep.host.demo.MarketView.Print;
import io.lockstep.host.venue.Venue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows a demo while it runs: on a terminal a picture that is drawn over, else a few lines at each
 * quarter.
 */
final class DemoScreen implements DemoObserver {
  private static final int DEPTH = 5;
  private static final int DEPTH_IN_PLAIN = 3;
  private static final int BAR = 30;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int ORDERS_A_LOOK = 64;
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintWriter out;
  private final boolean moving;
  private final long orders;
  private final StopRequest stop;
  private final long startNanos = System.nanoTime();
  private List<Venue.Instrument> instruments;
  private Ladders ladders;
  private long drawnAtNanos = startNanos;
  private int drawnLines;
  private int quarter;

  /**
   * @param moving whether lines may be drawn over.
   * @param orders that the demo will send.
   * @param stop ends the demo when it is asked for.
   */
  DemoScreen(PrintWriter out, boolean moving, long orders, StopRequest stop) {
    this.out = out;
    this.moving = moving;
    this.orders = orders;
    this.stop = stop;
  }

  @Override
  public void onStarted(List<Venue.Instrument> traded, MarketView view) {
    instruments = traded;
    ladders = new Ladders(traded, view, moving);
  }

  @Override
  public void onFirstTrade(Print trade) {
    out.printf(
        Locale.ROOT,
        "First trade after %.2f s: %s, %d lots at %s, the taker %s%n%n",
        (System.nanoTime() - startNanos) / 1e9,
        instruments.get(trade.instrument()).name(),
        trade.lots(),
        DemoVenue.price(instruments.get(trade.instrument()), trade.priceTicks()),
        trade.takerBuys() ? "buys" : "sells");
    out.flush();
  }

  @Override
  public void onOrder(long done, DemoStatistics statistics) {
    stop.check();
    if (moving) {
      if (done == orders || done % ORDERS_A_LOOK == 0 && isDue()) {
        drawOver(done, statistics);
      }
    } else if (4 * done / orders > quarter) {
      quarter = (int) (4 * done / orders);
      drawBelow(done, statistics);
    }
  }

  private boolean isDue() {
    return System.nanoTime() - drawnAtNanos >= REDRAW_NANOS;
  }

  private void drawOver(long done, DemoStatistics statistics) {
    drawnAtNanos = System.nanoTime();
    List<String> lines = new ArrayList<>(ladders.draw(instruments.size(), DEPTH));
    int filled = (int) (BAR * done / orders);
    lines.add("");
    lines.add(
        "  [" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + status(done, statistics));
    if (drawnLines > 0) {
      out.print("\u001b[" + drawnLines + "A");
    }
    for (String line : lines) {
      out.println("\r" + line + CLEAR_TO_END);
    }
    drawnLines = lines.size();
    out.flush();
  }

  private void drawBelow(long done, DemoStatistics statistics) {
    out.println(status(done, statistics));
    if (done < orders) {
      ladders.draw(instruments.size(), DEPTH_IN_PLAIN).forEach(out::println);
      out.println();
    }
    out.flush();
  }

  private String status(long done, DemoStatistics statistics) {
    return String.format(
        Locale.ROOT,
        "%3d %%  %s orders, %s trades",
        100 * done / orders,
        count(done),
        count(statistics.trades()));
  }
}
