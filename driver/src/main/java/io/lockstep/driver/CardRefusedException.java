package io.lockstep.driver;

/** What answered is not a card that this driver can use; the message says what was found. */
public class CardRefusedException extends RuntimeException {
  /** With what was found and what was expected. */
  public CardRefusedException(String message) {
    super(message);
  }
}
