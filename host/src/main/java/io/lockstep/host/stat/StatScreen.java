package io.lockstep.host.stat;

import io.lockstep.host.counters.CardGauges;
import io.lockstep.host.stat.Reading.Part;
import io.lockstep.host.stat.Reading.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A reading for people: host and Aeron side by side, below them the card. Counters have their rate
 * since the reading before; those at zero that only tell of trouble are left out.
 */
public final class StatScreen {
  private static final String LINE = "%-26s %14s %10s";
  private static final String GAP = "   ";
  private static final int BAR = 30;
  private static final int BUCKETS_A_LINE = 4;

  private StatScreen() {}

  /**
   * The lines to show.
   *
   * @param before the reading before; the same one if there is none.
   */
  public static List<String> lines(Reading now, Reading before) {
    List<String> lines = new ArrayList<>();
    List<String> host = table("Host", now, before, Part.HOST);
    List<String> aeron = table("Aeron", now, before, Part.AERON);
    String empty = String.format(Locale.ROOT, LINE, "", "", "");
    for (int i = 0; i < Math.max(host.size(), aeron.size()); i++) {
      String left = i < host.size() ? host.get(i) : empty;
      String right = i < aeron.size() ? aeron.get(i) : "";
      lines.add((left + GAP + right).stripTrailing());
    }
    lines.add("");
    lines.addAll(card(now, before));
    return lines;
  }

  private static List<String> table(String title, Reading now, Reading before, Part part) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, LINE, title, "", "a second"));
    for (Row row : now.rows(part)) {
      if (isShown(row)) {
        lines.add(line(row, now, before));
      }
    }
    return lines;
  }

  private static boolean isShown(Row row) {
    boolean isDetail = row.name().startsWith("refused.") || row.part() == Part.AERON;
    boolean isAlways = row.name().contains("bytes") || row.name().equals("errors");
    return !isDetail || isAlways || row.value() != 0;
  }

  private static String line(Row row, Reading now, Reading before) {
    OptionalLong then = before.value(row.part(), row.name());
    long nanos = now.nanos() - before.nanos();
    String rate = "";
    if (then.isPresent() && nanos > 0 && then.getAsLong() != row.value()) {
      double seconds = nanos / (double) TimeUnit.SECONDS.toNanos(1);
      rate = String.format(Locale.ROOT, "%+,.0f", (row.value() - then.getAsLong()) / seconds);
    }
    String value = String.format(Locale.ROOT, "%,d", row.value());
    return String.format(Locale.ROOT, LINE, row.name(), value, rate);
  }

  private static List<String> card(Reading now, Reading before) {
    List<String> lines = new ArrayList<>();
    lines.add("Card " + now.card());
    if (now.value(Part.CARD, CardGauges.HAS_COUNTERS).orElse(0) == 0) {
      lines.add("has no counters of its own");
      return lines;
    }
    for (Row row : now.rows(Part.CARD)) {
      boolean isShown = !row.name().startsWith(CardGauges.LATENCY) && isShown(row);
      if (isShown && !row.name().equals(CardGauges.HAS_COUNTERS)) {
        lines.add(line(row, now, before).stripTrailing());
      }
    }
    lines.addAll(latency(now));
    return lines;
  }

  /** Commands by cycles, some cycles a line; lines without any are left out. */
  private static List<String> latency(Reading now) {
    List<String> lines = new ArrayList<>();
    long[] counts =
        now.rows(Part.CARD).stream()
            .filter(row -> row.name().startsWith(CardGauges.LATENCY))
            .mapToLong(Row::value)
            .toArray();
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    if (all == 0) {
      return lines;
    }
    lines.add("cycles from port to last event");
    for (int from = 0; from < counts.length; from += BUCKETS_A_LINE) {
      long count = 0;
      for (int i = from; i < from + BUCKETS_A_LINE; i++) {
        count += counts[i];
      }
      if (count > 0) {
        int to = from + BUCKETS_A_LINE - 1;
        String cycles = to == counts.length - 1 ? from + " and more" : from + " to " + to;
        String bar = "#".repeat((int) Math.ceil(BAR * (count / (double) all)));
        lines.add(String.format(Locale.ROOT, "  %-24s %,14d %s", cycles, count, bar));
      }
    }
    return lines;
  }
}
