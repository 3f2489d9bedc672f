package io.lockstep.host;

/** Clock cycles of a card that has a clock. The card's thread; not after its close. */
public interface CardClock {
  /** Cycles since the card was opened. */
  long cycles();

  /**
   * Of the command most recently answered: from its last byte in the window to the first byte of
   * its first event on the bus.
   */
  int windowToEventCycles();
}
