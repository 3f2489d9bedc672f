package io.lockstep.host.demo;

import io.lockstep.schema.client.RejectReason;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What is counted while the demo runs. */
public final class DemoStatistics {
  private static final long NANOS_MAX = 10_000_000_000L;

  private final Histogram latencyNanos = new Histogram(NANOS_MAX, 3);
  private final Map<RejectReason, Long> refusals = new EnumMap<>(RejectReason.class);
  private long orders;
  private long replaces;
  private long cancels;
  private long trades;
  private long lots;
  private long halts;
  private long elapsedNanos;

  DemoStatistics() {}

  void sent(DemoRequest request) {
    if (request.isNew()) {
      orders++;
    } else if (request.kind() == DemoRequest.Kind.REPLACE) {
      replaces++;
    } else {
      cancels++;
    }
  }

  void settled(long nanos) {
    latencyNanos.recordValue(Math.min(NANOS_MAX, nanos));
  }

  void traded(long quantity) {
    trades++;
    lots += quantity;
  }

  void halted() {
    halts++;
  }

  void refused(RejectReason reason) {
    refusals.merge(reason, 1L, Long::sum);
  }

  void ended(long nanos) {
    elapsedNanos = nanos;
  }

  /** New orders sent. */
  public long orders() {
    return orders;
  }

  /** Replaces sent. */
  public long replaces() {
    return replaces;
  }

  /** Cancels sent, of one order or of all that a participant has. */
  public long cancels() {
    return cancels;
  }

  /** Trades. */
  public long trades() {
    return trades;
  }

  /** Lots traded. */
  public long lots() {
    return lots;
  }

  /** Times that a breaker halted an instrument. */
  public long halts() {
    return halts;
  }

  /** Requests refused, by reason. */
  public Map<RejectReason, Long> refusals() {
    return refusals;
  }

  /** From sending a request to its last report, wall time; of all requests. */
  public Histogram latencyNanos() {
    return latencyNanos;
  }

  /** From the first request to the last report. */
  public long elapsedNanos() {
    return elapsedNanos;
  }
}
