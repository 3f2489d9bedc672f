package io.lockstep.host.card;

/**
 * Told which card runs. Engine thread only; must return at once. Each method does nothing unless
 * overridden.
 */
public interface CardNews {
  /** Tells nobody. */
  CardNews NONE = new CardNews() {};

  /** This card runs from now on. */
  default void onRuns(String name) {}

  /**
   * A card is lost.
   *
   * @param why for people.
   * @param logSequence of the oldest message without an answer.
   */
  default void onLost(String name, String why, long logSequence) {}

  /** One card has taken over from another, as an operator wanted. */
  default void onChanged(String from, String to) {}
}
