package io.lockstep.bench.cycles;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Counts of cycles by row, in the order in which the rows were declared. One thread. */
public final class CycleTable {
  private static final int EXACT_DIGITS = 4;

  private final Map<String, Histogram> rows = new LinkedHashMap<>();

  /** A table with these rows, all of them empty; counts up to 19,999 cycles are exact. */
  CycleTable(Iterable<String> names) {
    for (String name : names) {
      rows.put(name, new Histogram(EXACT_DIGITS));
    }
  }

  /**
   * Counts one measurement.
   *
   * @throws IllegalArgumentException if there is no such row.
   */
  void record(String row, long cycles) {
    Histogram histogram = rows.get(row);
    if (histogram == null) {
      throw new IllegalArgumentException("no row " + row);
    }
    histogram.recordValue(cycles);
  }

  /** Forgets what was counted. */
  void clear() {
    rows.values().forEach(Histogram::reset);
  }

  /** What was counted in a row. */
  public Histogram row(String name) {
    return rows.get(name);
  }

  /** Most cycles of any row; 0 if nothing was counted. */
  public long most() {
    return rows.values().stream().mapToLong(Histogram::getMaxValue).max().orElse(0);
  }

  /** Names of the rows, in order. */
  public Iterable<String> rowNames() {
    return rows.keySet();
  }

  /** Prints count, minimum, median, 99th percentile and maximum of each row. */
  public void print(PrintWriter out) {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    String format = "  %-" + width + "s  %10s %6s %7s %6s %6s%n";
    out.printf(format, "", "count", "min", "median", "p99", "max");
    rows.forEach(
        (name, cycles) -> {
          if (cycles.getTotalCount() == 0) {
            out.printf(format, name, "0", "", "", "", "");
          } else {
            out.printf(
                format,
                name,
                String.format(Locale.ROOT, "%,d", cycles.getTotalCount()),
                cycles.getMinValue(),
                cycles.getValueAtPercentile(50),
                cycles.getValueAtPercentile(99),
                cycles.getMaxValue());
          }
        });
  }
}
