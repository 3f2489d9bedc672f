package io.lockstep.host.replay;

/** An input file is missing, unreadable or says what cannot be. The message names file and line. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
