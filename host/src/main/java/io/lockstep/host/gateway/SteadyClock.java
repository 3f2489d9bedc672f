package io.lockstep.host.gateway;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochClock;

/**
 * Milliseconds since some moment, by the machine's steady clock: no session ends, or lives longer,
 * because somebody sets the time of day. Any thread.
 */
public final class SteadyClock implements EpochClock {
  /** The one there is. */
  public static final SteadyClock INSTANCE = new SteadyClock();

  private SteadyClock() {}

  @Override
  public long time() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
