package io.lockstep.host.settings;

/**
 * A setting, or what it names on this machine, is not as it must be. The message says what to do.
 */
public final class SettingsException extends RuntimeException {
  /**
   * @param message for the operator: which setting, what is wrong, what would help.
   */
  public SettingsException(String message) {
    super(message);
  }

  /**
   * @param cause as found below.
   */
  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
