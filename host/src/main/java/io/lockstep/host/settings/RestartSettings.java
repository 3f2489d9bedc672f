package io.lockstep.host.settings;

/**
 * How an appliance goes on with what its archive directory holds.
 *
 * @param acceptLoss start on a journal whose end, which somebody was told of, is lost.
 */
public record RestartSettings(boolean acceptLoss) {
  /** Nothing is started on what is damaged. */
  public static final RestartSettings STRICT = new RestartSettings(false);
}
