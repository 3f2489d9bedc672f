package io.lockstep.driver;

import java.util.concurrent.TimeUnit;

/**
 * How long a card that owes an answer may give none: two seconds and twenty polls. Hardware polls
 * pass in nanoseconds, so that the time counts; a hung simulation spends a second in each poll, and
 * a pause of the JVM lasts for one of them, so that polls count too. One thread.
 */
public final class Patience {
  private static final long SILENCE_NS_MAX = TimeUnit.SECONDS.toNanos(2);
  private static final int POLLS_MIN = 20;

  private final int factor;
  private int silentPolls;
  private long silentSinceNs;

  private Patience(int factor) {
    this.factor = factor;
  }

  /** With one card. */
  public static Patience withOneCard() {
    return new Patience(1);
  }

  /** With a card that may be two in lockstep: longer, so that these tell which one is silent. */
  public static Patience withAnyCard() {
    return new Patience(2);
  }

  /** The card gave something, or owes nothing. */
  public void renew() {
    silentPolls = 0;
  }

  /** The card owed something and gave nothing; true where that is so for too long. */
  public boolean isSpent() {
    if (silentPolls++ == 0) {
      silentSinceNs = System.nanoTime();
    }
    return silentPolls > factor * POLLS_MIN
        && System.nanoTime() - silentSinceNs > factor * SILENCE_NS_MAX;
  }
}
