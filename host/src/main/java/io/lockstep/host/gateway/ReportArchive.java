package io.lockstep.host.gateway;

/** The reports that can be sent again. Gateway thread only. */
public interface ReportArchive {
  /** There are none after that one. */
  long NOT_KEPT = -1;

  /**
   * Where in the output stream to begin to read, to find every report after one; some before it may
   * stand there too.
   *
   * @param outputSequence of the last report that a client has; 0: it has none.
   * @return a position, or {@link #NOT_KEPT} when reports are missing, or there is no such report.
   */
  long positionAfter(long outputSequence);
}
