package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Events of one card that wait for those of the other. Bounded; takes no more than fit. */
final class EventQueue implements EventHandler {
  private static final int CAPACITY = 1 << 12;

  private final UnsafeBuffer events = new UnsafeBuffer(new byte[CAPACITY * Card.MESSAGE_BYTES]);
  private long added;
  private long removed;

  int size() {
    return (int) (added - removed);
  }

  int room() {
    return CAPACITY - size();
  }

  DirectBuffer buffer() {
    return events;
  }

  /** Where the oldest event stands in the buffer. */
  int oldest() {
    return place(removed);
  }

  void clear() {
    removed = added;
  }

  void remove() {
    removed++;
  }

  @Override
  public void onEvent(DirectBuffer event, int offset) {
    events.putBytes(place(added), event, offset, Card.MESSAGE_BYTES);
    added++;
  }

  private static int place(long number) {
    return (int) (number & (CAPACITY - 1)) * Card.MESSAGE_BYTES;
  }
}
