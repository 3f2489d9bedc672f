package io.lockstep.host.sequencer;

import org.agrona.concurrent.EpochNanoClock;

/** A log clock that goes on by a fixed step a message, so that equal inputs give equal logs. */
public final class StepClock implements EpochNanoClock {
  private final long stepNs;
  private long timeNs;

  /**
   * @param lastNs time of the last message; 0: there is none yet.
   * @param stepNs from one message to the next.
   */
  public StepClock(long lastNs, long stepNs) {
    timeNs = lastNs;
    this.stepNs = stepNs;
  }

  @Override
  public long nanoTime() {
    timeNs += stepNs;
    return timeNs;
  }
}
