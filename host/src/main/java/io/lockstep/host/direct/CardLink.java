package io.lockstep.host.direct;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.FaultDecoder;
import org.agrona.DirectBuffer;

/** Sends commands to a card, one in flight. Owned by one thread; allocates nothing. */
public final class CardLink {
  /** A card that gives no event in so many polls has lost the command. */
  private static final int POLLS_MAX = 1_000_000;

  private final Card card;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
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
    int polls = 0;
    while (!answered) {
      int handedOver = card.poll(tap, Integer.MAX_VALUE);
      if (handedOver == Card.FAULTED) {
        throw new IllegalStateException("the card is lost");
      }
      polls = handedOver == 0 ? polls + 1 : 0;
      if (polls > POLLS_MAX) {
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
