package io.lockstep.host.sequencer;

import io.lockstep.schema.client.Source;
import org.agrona.DirectBuffer;

/**
 * The ways into the log, one for each agent that has something for it.
 *
 * @param ticks of the timer.
 * @param reactions of the engine, in the order of their numbers.
 * @param requests of the gateway and the operator.
 */
public record LogInputs(InputRing ticks, InputRing reactions, InputRing requests) {
  private static final int TICK_BYTES = 1024;
  private static final int REQUEST_BYTES = 256 * 1024;

  /** Reactions that find no room wait in the engine. */
  private static final int REACTION_BYTES = 64 * 1024;

  /** Empty ones of the usual sizes. */
  public LogInputs() {
    this(new InputRing(TICK_BYTES), new InputRing(REACTION_BYTES), new InputRing(REQUEST_BYTES));
  }

  /** Takes a reaction of the engine; false: there is no room. */
  public boolean offerReaction(DirectBuffer message, int offset, int length) {
    return reactions.offer(Source.REACTION, 0, 0, message, offset, length);
  }

  /** Nothing waits. */
  public boolean isEmpty() {
    return ticks.isEmpty() && reactions.isEmpty() && requests.isEmpty();
  }
}
