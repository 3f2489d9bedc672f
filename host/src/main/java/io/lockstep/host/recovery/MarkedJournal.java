package io.lockstep.host.recovery;

import io.lockstep.host.publisher.Journal;
import java.util.function.LongSupplier;

/**
 * A journal that notes in its mark file which of its messages have been answered.
 *
 * @param recorded how far the log is recorded.
 * @param mark of the same journal.
 */
public record MarkedJournal(LongSupplier recorded, JournalMark mark) implements Journal {
  @Override
  public long recordedPosition() {
    return recorded.getAsLong();
  }

  @Override
  public void onReport(long causePosition) {
    mark.report(causePosition);
  }
}
