package io.lockstep.driver;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long a card that owes an answer may give none: usually two seconds and twenty polls. Hardware
 * polls pass in nanoseconds, so that the time counts; a hung simulation spends a second in each
 * poll, and a pause of the JVM lasts for one of them, so that polls count too. One thread.
 */
public final class Patience {
  private static final long SILENCE_NS_MAX = TimeUnit.SECONDS.toNanos(2);
  private static final int POLLS_MIN = 20;

  private final int pollsMin;
  private final long silenceNsMax;
  private final LongSupplier nanoTime;
  private int silentPolls;
  private long silentSinceNs;

  private Patience(int factor) {
    this(factor * POLLS_MIN, factor * SILENCE_NS_MAX, System::nanoTime);
  }

  private Patience(int pollsMin, long silenceNsMax, LongSupplier nanoTime) {
    this.pollsMin = pollsMin;
    this.silenceNsMax = silenceNsMax;
    this.nanoTime = nanoTime;
  }

  /** With one card. */
  public static Patience withOneCard() {
    return new Patience(1);
  }

  /** With a card that may be two in lockstep: longer, so that these tell which one is silent. */
  public static Patience withAnyCard() {
    return new Patience(2);
  }

  /**
   * With one card, for so long.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds.
   */
  public static Patience ofMillis(long silenceMs, LongSupplier nanoTime) {
    return new Patience(POLLS_MIN, TimeUnit.MILLISECONDS.toNanos(silenceMs), nanoTime);
  }

  /** The card gave something, or owes nothing. */
  public void renew() {
    silentPolls = 0;
  }

  /** The card owed something and gave nothing; true where that is so for too long. */
  public boolean isSpent() {
    if (silentPolls++ == 0) {
      silentSinceNs = nanoTime.getAsLong();
    }
    return silentPolls > pollsMin && nanoTime.getAsLong() - silentSinceNs > silenceNsMax;
  }
}
