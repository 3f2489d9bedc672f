package io.lockstep.host.card;

/** Told which card runs. Engine thread only; must return at once. */
public interface CardNews {
  /** Tells nobody. */
  CardNews NONE =
      new CardNews() {
        @Override
        public void onRuns(String name) {}

        @Override
        public void onLost(String name, String why, long logSequence) {}

        @Override
        public void onChanged(String from, String to) {}
      };

  /** This card runs from now on. */
  void onRuns(String name);

  /**
   * A card is lost.
   *
   * @param why for people.
   * @param logSequence of the oldest message without an answer.
   */
  void onLost(String name, String why, long logSequence);

  /** One card has taken over from another, as an operator wanted. */
  void onChanged(String from, String to);
}
