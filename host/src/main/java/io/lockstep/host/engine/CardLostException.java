package io.lockstep.host.engine;

/** The card answered {@link io.lockstep.driver.Card#FAULTED}: the engine cannot go on with it. */
public final class CardLostException extends IllegalStateException {
  private final long logSequence;

  CardLostException(long logSequence) {
    super("the card is lost; the oldest message without an answer has log sequence " + logSequence);
    this.logSequence = logSequence;
  }

  /** Oldest log message without an answer. */
  public long logSequence() {
    return logSequence;
  }
}
