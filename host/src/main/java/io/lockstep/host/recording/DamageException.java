package io.lockstep.host.recording;

/**
 * A file that a restart needs is damaged, incomplete, or contradicts another one: nothing was
 * started. The message names the file, the place, and what can be done.
 */
public final class DamageException extends RuntimeException {
  /**
   * @param message for the operator.
   */
  public DamageException(String message) {
    super(message);
  }

  /**
   * @param cause as found below.
   */
  public DamageException(String message, Throwable cause) {
    super(message, cause);
  }
}
