package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.ContingencyPlaceStateDecoder;
import io.lockstep.schema.snapshot.ContingencyPlaceStateEncoder;

/** Up to where portfolios were looked at for their contingencies. Stage A's own; one thread. */
final class ContingencyPlace implements SnapshotPart {
  private int next;

  /** The slot that is looked at first. */
  int next() {
    return next;
  }

  /** The next time it is this. */
  void next(int slot) {
    next = slot;
  }

  @Override
  public void write(SnapshotWriter to) {
    if (next != 0) {
      to.next(new ContingencyPlaceStateEncoder()).next(next);
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != ContingencyPlaceStateDecoder.TEMPLATE_ID) {
      return false;
    }
    next = from.as(new ContingencyPlaceStateDecoder()).next();
    return true;
  }
}
