package io.lockstep.host.sequencer;

import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Source;
import io.lockstep.schema.client.TickEncoder;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The timer's agent: asks for a tick in steady intervals. After a pause there is one, not as many
 * as were missed.
 */
public final class Timer implements Agent {
  private final SequencerInput sequencer;
  private final EpochClock clock;
  private final long intervalMs;
  private final UnsafeBuffer tick =
      new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH + TickEncoder.BLOCK_LENGTH]);
  private long dueMs;

  /**
   * @param clock that never goes back; says only when to ask: the tick's time is the log's.
   * @param intervalMs from one tick to the next; 0: only {@link #tick} asks.
   */
  public Timer(SequencerInput sequencer, EpochClock clock, long intervalMs) {
    this.sequencer = sequencer;
    this.clock = clock;
    this.intervalMs = intervalMs;
    dueMs = clock.time() + intervalMs;
    new TickEncoder().wrapAndApplyHeader(tick, 0, new MessageHeaderEncoder());
  }

  @Override
  public int doWork() {
    if (intervalMs == 0) {
      return 0;
    }
    long nowMs = clock.time();
    if (nowMs < dueMs || !tick()) {
      return 0;
    }
    dueMs = (nowMs - dueMs < intervalMs ? dueMs : nowMs) + intervalMs;
    return 1;
  }

  /** Asks for a tick now; false: there is no room. The agent's thread. */
  public boolean tick() {
    return sequencer.offer(Source.TIMER, 0, 0, tick, 0, tick.capacity());
  }

  @Override
  public String roleName() {
    return "timer";
  }
}
