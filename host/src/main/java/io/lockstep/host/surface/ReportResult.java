package io.lockstep.host.surface;

/** What became of a report. */
public enum ReportResult {
  /** The smile moves towards it. */
  TAKEN,
  /** It is older than the last one taken; nothing changed. */
  OLDER,
  /** A volatility is not between the bounds, or not a number; nothing changed. */
  OUT_OF_BOUNDS
}
