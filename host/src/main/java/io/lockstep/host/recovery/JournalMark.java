package io.lockstep.host.recovery;

import java.io.File;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A small mapped file beside the recordings: with which venue the journal was begun, and up to
 * where the log was that reports which left were caused by. A journal that ends before it has lost
 * what somebody was told. One thread writes it; it is there whole after a kill.
 */
public final class JournalMark implements AutoCloseable {
  /** In the directory of the recordings. */
  public static final String FILE_NAME = "lockstep-journal.mark";

  private static final long MAGIC = 0x4C4F_434B_4D41_524BL;
  private static final int MAGIC_OFFSET = 0;
  private static final int VENUE_OFFSET = 8;
  private static final int REPORTED_OFFSET = 16;
  private static final int BYTES = 64;

  private final MappedByteBuffer file;
  private final UnsafeBuffer mark;
  private long reported;

  private JournalMark(MappedByteBuffer file) {
    this.file = file;
    mark = new UnsafeBuffer(file, 0, BYTES);
    reported = mark.getLong(REPORTED_OFFSET);
  }

  /** The file in a directory. */
  public static Path file(Path directory) {
    return directory.resolve(FILE_NAME);
  }

  /** A new one, in place of one that may be there. */
  public static JournalMark create(Path directory, long venueHash, long reportedPosition) {
    File file = file(directory).toFile();
    IoUtil.deleteIfExists(file);
    JournalMark created = new JournalMark(IoUtil.mapNewFile(file, BYTES));
    created.mark.putLong(VENUE_OFFSET, venueHash);
    created.mark.putLong(REPORTED_OFFSET, reportedPosition);
    created.mark.putLongOrdered(MAGIC_OFFSET, MAGIC);
    created.reported = reportedPosition;
    return created;
  }

  /** The one that is there; empty: there is none, or it is cut. */
  public static Optional<JournalMark> open(Path directory) {
    File file = file(directory).toFile();
    if (file.length() != BYTES) {
      return Optional.empty();
    }
    JournalMark opened = new JournalMark(IoUtil.mapExistingFile(file, "journal's mark"));
    if (opened.mark.getLong(MAGIC_OFFSET) != MAGIC) {
      opened.close();
      return Optional.empty();
    }
    return Optional.of(opened);
  }

  /** Of the venue with which the journal was begun. */
  public long venueHash() {
    return mark.getLong(VENUE_OFFSET);
  }

  /** Position of the log up to which reports left. */
  public long reportedPosition() {
    return reported;
  }

  /** A report leaves whose cause ends at this position of the log. */
  public void report(long causePosition) {
    if (causePosition > reported) {
      reported = causePosition;
      mark.putLongOrdered(REPORTED_OFFSET, causePosition);
    }
  }

  @Override
  public void close() {
    IoUtil.unmap(file);
  }
}
