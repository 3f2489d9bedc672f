package io.lockstep.host.card;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.driver.Patience;
import io.lockstep.schema.card.EventHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * A card that is lost once it owes an answer for too long by the machine's clock. The engine, which
 * has no clock, is told of it as of any other loss. One thread; allocates nothing.
 */
public final class WatchedCard extends ForwardingCard {
  private final Patience patience;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final EventHandler tap = this::onEvent;
  private EventHandler handler;
  private long unanswered;
  private String failure = "";

  /**
   * @param card after its reset; closed with this.
   * @param patience with this card.
   */
  public WatchedCard(Card card, Patience patience) {
    super(card);
    this.patience = patience;
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    if (!failure.isEmpty()) {
      return FAULTED;
    }
    long number = card.offer(command, offset);
    unanswered += number >= 0 ? 1 : 0;
    return number;
  }

  @Override
  public int poll(EventHandler events, int limit) {
    if (!failure.isEmpty()) {
      return FAULTED;
    }
    handler = events;
    int polled = card.poll(tap, limit);
    if (polled != 0 || unanswered == 0) {
      patience.renew();
    } else if (limit > 0 && patience.isSpent()) {
      failure = "it gives no answer; commands that wait: " + unanswered;
      return FAULTED;
    }
    return polled;
  }

  private void onEvent(DirectBuffer event, int offset) {
    unanswered -= header.wrap(event, offset).flags().last() ? 1 : 0;
    handler.onEvent(event, offset);
  }

  @Override
  public String failure() {
    return failure.isEmpty() ? card.failure() : failure;
  }

  /** A card that was silent for too long may get over it: its silence is forgiven. */
  @Override
  public void reset() {
    failure = "";
    unanswered = 0;
    patience.renew();
    card.reset();
  }
}
