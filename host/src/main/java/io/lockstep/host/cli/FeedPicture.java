package io.lockstep.host.cli;

import io.lockstep.host.marketdata.BookLevel;
import io.lockstep.host.marketdata.InstrumentData;
import io.lockstep.host.marketdata.MarketData;
import io.lockstep.schema.client.Side;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The books that a feed tells of, as text: prices in price units, quantities in lots. */
final class FeedPicture {
  private static final String FROM_THE_TOP = "\u001b[H\u001b[2J";

  private final MarketData data;
  private final int levels;
  private final PrintWriter out;

  FeedPicture(MarketData data, int levels, PrintWriter out) {
    this.data = data;
    this.levels = levels;
    this.out = out;
  }

  /** Draws over what a terminal shows. */
  void drawAgain() {
    out.print(FROM_THE_TOP);
    draw();
  }

  /** Draws below what is there. */
  void draw() {
    data.instruments().forEach(this::draw);
    out.flush();
  }

  private void draw(InstrumentData of) {
    out.println("instrument " + of.id() + "  " + status(of) + lastTrade(of) + indicative(of));
    if (of.book() == null) {
      out.println("  book unknown until its next snapshot");
      return;
    }
    List<BookLevel> bids = of.book().levels(Side.BUY, levels);
    List<BookLevel> asks = of.book().levels(Side.SELL, levels);
    for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
      String bid = i < bids.size() ? lots(bids.get(i)) + " " + price(bids.get(i)) : "";
      String ask = i < asks.size() ? price(asks.get(i)) + " " + lots(asks.get(i)) : "";
      out.println(String.format(Locale.ROOT, "  %24s | %-24s", bid, ask).stripTrailing());
    }
  }

  private static String status(InstrumentData of) {
    return of.phase() == null
        ? "phase unknown"
        : of.phase() + ", trades from " + of.bandLow() + " to " + of.bandHigh();
  }

  private static String lastTrade(InstrumentData of) {
    return of.trades() == 0 ? "" : ", last " + of.lastLots() + " at " + of.lastPrice();
  }

  private static String indicative(InstrumentData of) {
    return of.indicativePrice() == InstrumentData.NO_PRICE
        ? ""
        : ", an auction would trade " + of.indicativeLots() + " at " + of.indicativePrice();
  }

  private static String lots(BookLevel level) {
    return level.lots() + " (" + level.orders() + ")";
  }

  private static String price(BookLevel level) {
    return Long.toString(level.price());
  }
}
