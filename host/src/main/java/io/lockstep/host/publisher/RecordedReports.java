package io.lockstep.host.publisher;

import io.lockstep.host.gateway.ReportArchive;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import java.util.function.LongSupplier;

/**
 * Finds reports by their number in the recording of the output stream. A term begins with a
 * message, and numbers rise: so the term that holds a number is found by halving. Gateway thread
 * only.
 */
public final class RecordedReports implements ReportArchive {
  private static final long NONE = -1;

  private final Recording recording;
  private final int termBytes;
  private final LongSupplier recordedPosition;
  private final LongSupplier lastOutputSequence;
  private final Report report = new Report();

  /**
   * @param recording of the output stream, from position 0 on.
   * @param termBytes of the output stream.
   * @param recordedPosition how far the recording goes.
   * @param lastOutputSequence number of the last report that left.
   */
  public RecordedReports(
      Recording recording,
      int termBytes,
      LongSupplier recordedPosition,
      LongSupplier lastOutputSequence) {
    this.recording = recording;
    this.termBytes = termBytes;
    this.recordedPosition = recordedPosition;
    this.lastOutputSequence = lastOutputSequence;
  }

  @Override
  public long positionAfter(long outputSequence) {
    if (Long.compareUnsigned(outputSequence, lastOutputSequence.getAsLong()) > 0) {
      return NOT_KEPT;
    }
    try {
      return find(outputSequence + 1, recordedPosition.getAsLong());
    } catch (RuntimeException unreadable) {
      return NOT_KEPT;
    }
  }

  /** Start of the last term that begins with the message of this number, or an earlier one. */
  private long find(long number, long end) {
    long begins = 0; // the first message has number 1
    long later = (end + termBytes - 1) / termBytes;
    while (later - begins > 1) {
      long middle = (begins + later) >>> 1;
      if (firstNumber(middle * termBytes, end) <= number) {
        begins = middle;
      } else {
        later = middle;
      }
    }
    long position = begins * termBytes;
    firstNumber(position, end); // it can be read
    return position;
  }

  private long firstNumber(long position, long end) {
    try (RecordedStream stream = new RecordedStream(recording, position)) {
      if (!stream.next(end)) {
        return NONE;
      }
      report.wrap(stream.buffer(), stream.offset(), stream.length());
      return report.outputSequence();
    }
  }
}
