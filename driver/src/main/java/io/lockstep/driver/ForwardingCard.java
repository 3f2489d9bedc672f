package io.lockstep.driver;

import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * A card in front of another one, which passes on all that a subclass does not do itself: so none
 * can forget to, as why a card is lost. One thread, that of the card behind; allocates nothing.
 */
public abstract class ForwardingCard implements Card {
  /** The card behind, closed with this one. */
  protected final Card card;

  /**
   * @param card belongs to this one from here on.
   */
  protected ForwardingCard(Card card) {
    this.card = card;
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    return card.offer(command, offset);
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    return card.poll(handler, limit);
  }

  @Override
  public String failure() {
    return card.failure();
  }

  @Override
  public Optional<CardRegisters> ownCounters() {
    return card.ownCounters();
  }

  @Override
  public CardDescription description() {
    return card.description();
  }

  @Override
  public void reset() {
    card.reset();
  }

  @Override
  public void close() {
    card.close();
  }
}
