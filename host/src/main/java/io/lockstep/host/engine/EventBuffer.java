package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.FaultDecoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Holds a command's events until its last one is there, so that a half-finished command leaves no
 * trace. A ring made at start, with room for the largest answer that a card can give. One thread.
 */
final class EventBuffer implements EventHandler {
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final UnsafeBuffer events;
  private final int capacity;
  private long head;
  private long tail;
  private int complete;
  private boolean faulty;

  /**
   * @param answerEventsMax most events of one command.
   */
  EventBuffer(int answerEventsMax) {
    capacity = Integer.highestOneBit(answerEventsMax - 1) << 1;
    events = new UnsafeBuffer(new byte[capacity * Card.MESSAGE_BYTES]);
  }

  /** Events that may still come in. */
  int room() {
    return capacity - (int) (tail - head);
  }

  @Override
  public void onEvent(DirectBuffer event, int offset) {
    header.wrap(event, offset);
    faulty |= header.templateId() == FaultDecoder.TEMPLATE_ID;
    if (faulty) {
      return; // what the command did before is worth nothing, nor is what comes behind it
    }
    events.putBytes(place(tail++), event, offset, Card.MESSAGE_BYTES);
    if (header.flags().last()) {
      complete++;
    }
  }

  /** The card has told that its state is worth nothing. */
  boolean isFaulty() {
    return faulty;
  }

  /** Forgets what a card has left that is lost. */
  void clear() {
    Invariant.check(complete == 0, "answers that are complete are settled");
    head = tail;
    faulty = false;
  }

  /** True when the oldest event belongs to a command whose last event is here. */
  boolean hasComplete() {
    return complete > 0;
  }

  DirectBuffer buffer() {
    return events;
  }

  /** Where the oldest event begins. */
  int offset() {
    return place(head);
  }

  void pop(boolean last) {
    head++;
    if (last) {
      complete--;
    }
  }

  private int place(long number) {
    return (int) (number & capacity - 1) * Card.MESSAGE_BYTES;
  }
}
