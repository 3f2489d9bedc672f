package io.lockstep.host.surface;

/** How good a smile is. */
public enum SmileStatus {
  /** No report came yet: there are no volatilities. */
  EMPTY,
  /** The last report is young enough, and nothing is widened. */
  FRESH,
  /** The last report is too old; the last volatilities stand. */
  HELD,
  /**
   * They stand, and volatilities in scenarios move further; after a new report until it narrowed.
   */
  WIDENED
}
