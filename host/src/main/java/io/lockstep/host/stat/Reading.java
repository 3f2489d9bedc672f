package io.lockstep.host.stat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the counters said at one moment: rows in an order that does not change. */
public final class Reading {
  /** Who counts. */
  public enum Part {
    /** Media driver and archive. */
    AERON,
    /** The appliance. */
    HOST,
    /** The card, by its registers. */
    CARD
  }

  /** One counter. */
  public record Row(Part part, String name, long value) {}

  private final List<Row> rows = new ArrayList<>();
  private final String card;
  private final long nanos;

  /**
   * @param card name of the card that runs; "" where no appliance tells.
   * @param nanos when, by a clock of which differences count.
   */
  Reading(String card, long nanos) {
    this.card = card;
    this.nanos = nanos;
  }

  void add(Part part, String name, long value) {
    rows.add(new Row(part, name, value));
  }

  /** Name of the card that runs. */
  public String card() {
    return card;
  }

  /** When, in nanoseconds; only differences mean something. */
  public long nanos() {
    return nanos;
  }

  /** The rows of one part. */
  public List<Row> rows(Part part) {
    return rows.stream().filter(row -> row.part() == part).toList();
  }

  /** The value of a counter, if it is there. */
  public OptionalLong value(Part part, String name) {
    return rows.stream()
        .filter(row -> row.part() == part && row.name().equals(name))
        .mapToLong(Row::value)
        .findFirst();
  }
}
