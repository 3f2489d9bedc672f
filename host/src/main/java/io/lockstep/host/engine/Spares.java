package io.lockstep.host.engine;

import io.lockstep.driver.Card;

/** Where the engine's next card comes from when the one that runs is lost. Engine thread only. */
@FunctionalInterface
public interface Spares {
  /** There is none: the engine stops. */
  Spares NONE =
      (lost, logSequence) -> {
        throw new CardLostException(logSequence);
      };

  /**
   * Takes a lost card out, which is asked for nothing any more, and gives another one.
   *
   * @param lost may be one that was given here, and was lost while it was loaded.
   * @param logSequence of the oldest message without an answer.
   * @return a card after its reset that holds as much.
   * @throws CardLostException when there is none.
   */
  Card replace(Card lost, long logSequence);
}
