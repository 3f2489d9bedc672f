package io.lockstep.host.direct;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.Patience;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.FaultDecoder;
import org.agrona.DirectBuffer;

/** Sends commands to a card, one in flight. Owned by one thread; allocates nothing. */
public final class CardLink {
  private final Card card;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final Patience patience = Patience.withAnyCard();
  private final EventHandler tap = this::onEvent;
  private EventHandler handler;
  private boolean answered;
  private long commands;

  /**
   * @param card after its reset; stays open.
   */
  public CardLink(Card card) {
    this.card = card;
  }

  /**
   * Sends a command and hands over all of its events.
   *
   * @throws IllegalStateException if the card is lost.
   */
  public void exchange(DirectBuffer command, EventHandler events) {
    if (card.offer(command, 0) < 0) {
      throw new IllegalStateException("the card took no command");
    }
    commands++;
    handler = events;
    answered = false;
    patience.renew();
    while (!answered) {
      int handedOver = card.poll(tap, Integer.MAX_VALUE);
      if (handedOver == Card.FAULTED) {
        throw new IllegalStateException("the card is lost");
      }
      if (handedOver > 0) {
        patience.renew();
      } else if (patience.isSpent()) {
        throw new IllegalStateException("the card did not answer a command");
      }
    }
  }

  private void onEvent(DirectBuffer event, int offset) {
    header.wrap(event, offset);
    if (header.templateId() == FaultDecoder.TEMPLATE_ID) {
      throw new IllegalStateException("the card reports a fault of its own");
    }
    answered = header.flags().last();
    handler.onEvent(event, offset);
  }

  /** Commands sent so far. */
  public long commands() {
    return commands;
  }

  /** The card behind it. */
  public Card card() {
    return card;
  }
}
