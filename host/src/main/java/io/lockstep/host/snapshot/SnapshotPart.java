package io.lockstep.host.snapshot;

/**
 * State that log messages and the card's answers make, and that a restart needs. Called only while
 * nothing is in flight; may allocate.
 */
public interface SnapshotPart {
  /** Writes its records: the same bytes for the same state, however it came about. */
  void write(SnapshotWriter to);

  /**
   * Takes the record at hand in, if it is one of its own. Records come in the order in which they
   * were written, into a part that is as after its constructor.
   *
   * @return false: it is another part's.
   */
  boolean read(SnapshotReader from);
}
