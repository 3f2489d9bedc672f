package io.lockstep.bench.flow;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import java.util.Iterator;
import org.agrona.DirectBuffer;

/** Sends commands to a card, as many waiting as its window holds. One thread. */
public final class CommandStream {
  private final Card card;
  private final EventHandler events;
  private final EventHandler tap = this::onEvent;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private boolean mayRefuse;
  private long sent;
  private long answered;

  /** Its events go nowhere. */
  public CommandStream(Card card) {
    this(card, (event, offset) -> {});
  }

  /**
   * @param card stays open.
   * @param events is given all events.
   */
  public CommandStream(Card card, EventHandler events) {
    this.card = card;
    this.events = events;
  }

  /** From now on a refusal is an answer too. */
  public CommandStream mayRefuse() {
    mayRefuse = true;
    return this;
  }

  /**
   * Sends these, and returns when all are answered.
   *
   * @param commands each is sent before the next one is asked for.
   * @throws IllegalStateException if the card refuses one, unless it may, or is lost.
   */
  public void run(Iterator<? extends DirectBuffer> commands) {
    DirectBuffer next = commands.hasNext() ? commands.next() : null;
    while (next != null || answered < sent) {
      while (next != null && card.offer(next, 0) >= 0) {
        sent++;
        next = commands.hasNext() ? commands.next() : null;
      }
      if (card.poll(tap, Integer.MAX_VALUE) < 0) {
        throw new IllegalStateException("the card is lost: " + card.failure());
      }
    }
  }

  private void onEvent(DirectBuffer event, int offset) {
    header.wrap(event, offset);
    if (header.templateId() == RejectedDecoder.TEMPLATE_ID && !mayRefuse) {
      rejected.wrap(event, offset, Card.MESSAGE_BYTES, RejectedDecoder.SCHEMA_VERSION);
      throw new IllegalStateException(
          "the card refuses command " + answered + ": " + rejected.reason());
    }
    events.onEvent(event, offset);
    if (header.flags().last()) {
      answered++;
    }
  }
}
