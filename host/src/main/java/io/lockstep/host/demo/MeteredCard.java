package io.lockstep.host.demo;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.host.CardClock;
import io.lockstep.schema.card.EventHeaderDecoder;
import org.HdrHistogram.Histogram;
import org.agrona.DirectBuffer;

/** A card whose answers are timed in clock cycles; exact with one command in flight. */
final class MeteredCard extends ForwardingCard {
  private static final int CYCLES_MAX = 1_000_000;

  private final CardClock clock;
  private final Histogram windowToEvent = new Histogram(CYCLES_MAX, 3);
  private final EventHandler timed = this::onEvent;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private EventHandler handler;
  private boolean answered;

  /**
   * @param clock of the card.
   */
  MeteredCard(Card card, CardClock clock) {
    super(card);
    this.clock = clock;
  }

  @Override
  public int poll(EventHandler to, int limit) {
    handler = to;
    int events = card.poll(timed, limit);
    if (answered) {
      answered = false;
      windowToEvent.recordValue(Math.min(CYCLES_MAX, clock.windowToEventCycles()));
    }
    return events;
  }

  private void onEvent(DirectBuffer event, int offset) {
    answered |= header.wrap(event, offset).flags().last();
    handler.onEvent(event, offset);
  }

  /** Cycles from the window to the first event, by command. */
  Histogram windowToEvent() {
    return windowToEvent;
  }

  /** Cycles since the card was opened. */
  long cycles() {
    return clock.cycles();
  }
}
