package io.lockstep.host.gateway;

/**
 * How many messages a session may send: a bucket that fills at a steady rate, and from which each
 * message takes one. Whole numbers only; one thread.
 */
final class Throttle {
  private static final long COST = 1_000; // thousandths, so that a millisecond fills a whole number

  private final long perSecond;
  private final long full;
  private long level;
  private long filledAtMs;

  /**
   * @param perSecond messages; 0: as many as it likes.
   * @param burst most messages at once, after a pause; at least 1.
   * @param nowMs by the gateway's clock.
   */
  Throttle(int perSecond, int burst, long nowMs) {
    this.perSecond = perSecond;
    full = burst * COST;
    level = full;
    filledAtMs = nowMs;
  }

  /** Takes one message; false when there are no more now. */
  boolean takes(long nowMs) {
    if (perSecond == 0) {
      return true;
    }
    fill(nowMs);
    if (level < COST) {
      return false;
    }
    level -= COST;
    return true;
  }

  private void fill(long nowMs) {
    long passedMs = nowMs - filledAtMs;
    filledAtMs = nowMs;
    boolean fills = passedMs >= (full - level + perSecond - 1) / perSecond; // without overflow
    level = fills ? full : level + passedMs * perSecond;
  }
}
