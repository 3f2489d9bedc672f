package io.lockstep.driver;

import org.agrona.DirectBuffer;

/** Takes the events of a {@link Card}. Called inside {@link Card#poll}, on the same thread. */
@FunctionalInterface
public interface EventHandler {
  /**
   * One event. Must not call back into the card.
   *
   * @param event holds the 64 bytes of the event at {@code offset}; valid during this call only.
   */
  void onEvent(DirectBuffer event, int offset);
}
