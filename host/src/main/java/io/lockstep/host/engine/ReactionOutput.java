package io.lockstep.host.engine;

import org.agrona.DirectBuffer;

/** Where reactions go to get their place in the log. Engine thread only; never blocks. */
@FunctionalInterface
public interface ReactionOutput {
  /** Takes none: they wait. For an engine that reads a log in which they stand already. */
  ReactionOutput CLOSED = (message, offset, length) -> false;

  /**
   * Hands over one reaction; it is copied.
   *
   * @return false when there is no room: it is offered again.
   */
  boolean offer(DirectBuffer message, int offset, int length);
}
