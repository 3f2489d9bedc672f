package io.lockstep.sim.rtl;

/** RTL could not be built or loaded, or a check inside it failed; the message says which. */
public final class RtlException extends RuntimeException {
  /** With the text that the user reads. */
  public RtlException(String message) {
    super(message);
  }

  /** With the text that the user reads and what caused it. */
  public RtlException(String message, Throwable cause) {
    super(message, cause);
  }
}
