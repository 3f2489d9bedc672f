package io.lockstep.host.settings;

/**
 * When a card is lost, and what becomes of the appliance then.
 *
 * @param silenceMs a card that owes an answer for so long is lost.
 * @param replaced the Java model takes over while the appliance runs; else it stops.
 */
public record LostCardSettings(long silenceMs, boolean replaced) {
  /** The model takes over, after five seconds of silence. */
  public static final LostCardSettings REPLACED = new LostCardSettings(5_000, true);

  /** The appliance stops: for whoever wants to know whether the card is right. */
  public static final LostCardSettings STOPS = new LostCardSettings(5_000, false);

  /** The same with another time of silence. */
  public LostCardSettings withSilenceMs(long milliseconds) {
    return new LostCardSettings(milliseconds, replaced);
  }
}
