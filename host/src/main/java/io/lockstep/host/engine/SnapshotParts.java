package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import java.util.ArrayList;
import java.util.List;

/** All parts of the engine's state, in the order of their records. */
final class SnapshotParts {
  private final List<SnapshotPart> parts;

  /**
   * @param ofLog what log messages wrote.
   * @param others that stand on it.
   */
  SnapshotParts(List<SnapshotPart> ofLog, SnapshotPart... others) {
    parts = new ArrayList<>(ofLog);
    parts.addAll(List.of(others));
  }

  void write(SnapshotWriter to) {
    parts.forEach(part -> part.write(to));
  }

  /** Reads the records that are left. */
  void read(SnapshotReader from) {
    while (from.next()) {
      boolean known = parts.stream().anyMatch(part -> part.read(from));
      Invariant.check(known, "every record of a snapshot is somebody's");
    }
  }
}
