package io.lockstep.host.card;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;

/** Opens cards. Any thread; what it opens belongs to one thread at a time. */
public interface CardSource {
  /** The name of a {@link #spare}. */
  String SPARE = "model";

  /**
   * Opens a card in its state after a reset; may take its time.
   *
   * @param name as the launcher's option names cards.
   * @throws RuntimeException that tells people why it cannot be had.
   */
  Card open(String name);

  /** Opens the Java model of a card that holds as much as another. */
  Card spare(CardDescription like);
}
