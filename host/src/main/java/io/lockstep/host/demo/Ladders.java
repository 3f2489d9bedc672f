package io.lockstep.host.demo;

import io.lockstep.host.demo.MarketView.Print;
import io.lockstep.host.demo.PriceLevels.Level;
import io.lockstep.host.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws books side by side: asks above, bids below, the best in the middle. */
public final class Ladders {
  private static final int WIDTH = 18;
  private static final int BAR_MAX = 3;
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final List<Venue.Instrument> instruments;
  private final MarketView view;
  private final boolean colours;

  /**
   * @param colours asks red, bids green, by control sequences.
   */
  public Ladders(List<Venue.Instrument> instruments, MarketView view, boolean colours) {
    this.instruments = instruments;
    this.view = view;
    this.colours = colours;
  }

  /**
   * The books of the first instruments.
   *
   * @param columns how many books.
   * @param depth prices a side.
   * @return 2 · {@code depth} + 3 lines, whatever the books hold.
   */
  public List<String> draw(int columns, int depth) {
    List<List<String>> books = new ArrayList<>();
    for (int i = 0; i < Math.min(columns, instruments.size()); i++) {
      books.add(book(i, depth));
    }
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < 2 * depth + 3; row++) {
      StringBuilder line = new StringBuilder(" ");
      for (List<String> book : books) {
        line.append(' ').append(book.get(row));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private List<String> book(int instrument, int depth) {
    Venue.Instrument shown = instruments.get(instrument);
    List<String> lines = new ArrayList<>();
    lines.add(paint(BOLD, shown.name()));
    List<Level> asks = view.asks(instrument).best(depth);
    List<Level> bids = view.bids(instrument).best(depth);
    for (int i = depth - 1; i >= 0; i--) {
      lines.add(i < asks.size() ? level(shown, asks.get(i), RED) : paint("", ""));
    }
    lines.add(spread(bids, asks));
    for (int i = 0; i < depth; i++) {
      lines.add(i < bids.size() ? level(shown, bids.get(i), GREEN) : paint("", ""));
    }
    lines.add(last(shown, view.last(instrument)));
    return lines;
  }

  private String level(Venue.Instrument instrument, Level level, String colour) {
    int bar = (int) Math.min(BAR_MAX, 1 + level.lots() / 200);
    String text =
        String.format(
            Locale.ROOT,
            "%8s %5d %s",
            DemoVenue.price(instrument, level.priceTicks()),
            level.lots(),
            "=".repeat(bar));
    return paint(colour, text);
  }

  private String spread(List<Level> bids, List<Level> asks) {
    if (bids.isEmpty() || asks.isEmpty()) {
      return paint("", "  ---");
    }
    int ticks = asks.get(0).priceTicks() - bids.get(0).priceTicks();
    return paint(
        "", String.format(Locale.ROOT, "  --- %d %s", ticks, ticks == 1 ? "tick" : "ticks"));
  }

  private String last(Venue.Instrument instrument, Print last) {
    String text =
        last == null ? "no trade yet" : "last " + DemoVenue.price(instrument, last.priceTicks());
    return paint("", text);
  }

  /** Fills up to the column's width, and colours what is not blank. */
  private String paint(String colour, String text) {
    String padded = String.format(Locale.ROOT, "%-" + WIDTH + "s", text);
    return colours && !colour.isEmpty() ? colour + padded + PLAIN : padded;
  }
}
