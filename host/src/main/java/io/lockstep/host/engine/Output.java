package io.lockstep.host.engine;

import org.agrona.MutableDirectBuffer;

/**
 * Where the engine's reports go, in order. Never blocks: the engine asks for room before it settles
 * an event, and tries again later when there is none. Engine thread only.
 */
public interface Output {
  /** Most bytes of the reports of one event, with whatever the transport adds to them. */
  int EVENT_BYTES_MAX = 1024;

  /** True when the reports of one event, {@link #EVENT_BYTES_MAX}, can be claimed now. */
  boolean hasRoom();

  /**
   * Claims room for one message. To be filled at {@link #offset()} of the answer and committed
   * before the next claim.
   *
   * @param lengthBytes of the message.
   * @param causePosition of the log stream behind the message's cause; travels beside the message.
   */
  MutableDirectBuffer claim(int lengthBytes, long causePosition);

  /** Where the claimed message begins. */
  int offset();

  /** Puts the claimed message into the stream. */
  void commit();
}
