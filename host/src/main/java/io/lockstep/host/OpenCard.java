package io.lockstep.host;

import io.lockstep.driver.Card;
import java.util.Optional;

/**
 * A card that is open.
 *
 * @param card after its reset.
 * @param clock of the card; empty where it has none. Not to be asked after the card's close.
 */
public record OpenCard(Card card, Optional<CardClock> clock) implements AutoCloseable {
  /** Closes the card. */
  @Override
  public void close() {
    card.close();
  }
}
