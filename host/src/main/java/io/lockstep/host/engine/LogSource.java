package io.lockstep.host.engine;

import org.agrona.DirectBuffer;

/** Where the engine reads the log: the live stream, or a recording of it. Engine thread only. */
public interface LogSource {
  /** Takes what comes out of the log. */
  @FunctionalInterface
  interface Reader {
    /**
     * @param buffer holds an envelope at {@code offset}, and its message behind it.
     * @param endPosition of the log stream behind the message.
     * @return false to leave the message where it is, to come again.
     */
    boolean onMessage(DirectBuffer buffer, int offset, int length, long endPosition);
  }

  /**
   * Hands over the next message, if there is one. Never blocks.
   *
   * @return messages taken, 0 or 1.
   */
  int poll(Reader reader);
}
