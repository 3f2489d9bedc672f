package io.lockstep.bench.cycles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Cycles of each kind of command at one size of the book. */
public final class DepthRow {
  static final String RESTS = "new, rests behind the best";
  static final String REFUSED = "new, refused";
  static final String NO_FILL = "IOC without fill";
  static final String ONE_MAKER = "IOC, one maker";
  static final String FILL_OR_KILL = "FOK, one maker";
  static final String CANCEL = "cancel";
  static final String CANCEL_UNKNOWN = "cancel, refused";
  static final String LOWERED = "replace, lowered in place";
  static final String MOVED = "replace, another price";

  /** The kinds, in the order of the table. */
  public static final List<String> KINDS =
      List.of(
          RESTS, REFUSED, NO_FILL, ONE_MAKER, FILL_OR_KILL, CANCEL, CANCEL_UNKNOWN, LOWERED, MOVED);

  /** Cycles of one kind. */
  public static final class Cycles {
    private final Histogram toEvent = new Histogram(4);
    private final Histogram toReady = new Histogram(4);

    void record(int event, int ready) {
      toEvent.recordValue(event);
      toReady.recordValue(ready);
    }

    /** Medians: to the first event, and to ready for the next command. */
    public String text() {
      return toEvent.getValueAtPercentile(50) + " / " + toReady.getValueAtPercentile(50);
    }
  }

  private final int orders;
  private final Map<String, Cycles> cycles = new LinkedHashMap<>();

  DepthRow(int orders) {
    this.orders = orders;
    KINDS.forEach(kind -> cycles.put(kind, new Cycles()));
  }

  /** Live orders. */
  public int orders() {
    return orders;
  }

  /** Cycles of a kind. */
  public Cycles of(String kind) {
    return cycles.get(kind);
  }
}
