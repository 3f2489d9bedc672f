package io.lockstep.host.machine;

/**
 * What came of a request.
 *
 * @param isDone else all is as it was, unless the text says otherwise.
 * @param text for people.
 */
public record MachineResult(boolean isDone, String text) {
  /** It was done. */
  public static MachineResult done(String text) {
    return new MachineResult(true, text);
  }

  /** It was not done. */
  public static MachineResult failed(String text) {
    return new MachineResult(false, text);
  }
}
