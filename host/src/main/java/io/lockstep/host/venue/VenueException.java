package io.lockstep.host.venue;

/** The venue is not as it must be. The message names the place and the reason of each mistake. */
public final class VenueException extends RuntimeException {
  /**
   * @param message for the operator.
   */
  public VenueException(String message) {
    super(message);
  }
}
