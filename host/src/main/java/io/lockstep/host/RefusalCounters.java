package io.lockstep.host;

import io.aeron.Aeron;
import io.lockstep.schema.client.RejectReason;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersReader;

/**
 * One counter for each reason a request can be refused for, in the media driver's counters file, so
 * that any Aeron tool shows them. Each reason is counted by one agent only.
 */
public final class RefusalCounters {
  /** The counters' type is this plus the reason. */
  public static final int TYPE_ID_BASE = 4100;

  private static final int REASONS_MAX = 256;

  private final AtomicCounter[] counters = new AtomicCounter[REASONS_MAX];

  /** Counters that nobody else sees. */
  public RefusalCounters() {
    AtomicBuffer values = new UnsafeBuffer(new byte[REASONS_MAX * CountersReader.COUNTER_LENGTH]);
    for (int reason = 0; reason < REASONS_MAX; reason++) {
      counters[reason] = new AtomicCounter(values, reason);
    }
  }

  /**
   * @param aeron keeps the counters; they end with it.
   */
  public RefusalCounters(Aeron aeron) {
    for (RejectReason reason : RejectReason.values()) {
      if (reason != RejectReason.NONE && reason != RejectReason.NULL_VAL) {
        counters[reason.value()] =
            aeron.addCounter(TYPE_ID_BASE + reason.value(), "lockstep refused: " + reason);
      }
    }
  }

  /** Counts one refusal. */
  public void count(int reason) {
    counters[reason].incrementPlain();
  }

  /** Refusals for a reason so far. */
  public long get(RejectReason reason) {
    return counters[reason.value()].get();
  }

  /** Refusals for all reasons so far. */
  public long total() {
    long total = 0;
    for (AtomicCounter counter : counters) {
      total += counter == null ? 0 : counter.get();
    }
    return total;
  }
}
