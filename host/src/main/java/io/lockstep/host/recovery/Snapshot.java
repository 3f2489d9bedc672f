package io.lockstep.host.recovery;

import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.recording.DamageException;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.SnapshotBegunDecoder;
import io.lockstep.schema.snapshot.SnapshotBegunEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A snapshot that was read: where log and output were, and the records of the engine.
 *
 * @param file of it.
 * @param begun its first record.
 * @param records those behind.
 */
public record Snapshot(Path file, SnapshotBegunDecoder begun, SnapshotReader records) {
  private static final String REMEDY =
      "; remove the file, so that the snapshot before it is taken, or start with --ignore-snapshots,"
          + " which replays the whole journal";

  /**
   * Reads one.
   *
   * @throws DamageException when it is not as it was written.
   */
  public static Snapshot read(Path file) {
    try {
      SnapshotReader records = new SnapshotReader(Files.readAllBytes(file));
      records.next();
      return new Snapshot(file, records.as(new SnapshotBegunDecoder()), records);
    } catch (IOException | IllegalArgumentException unusable) {
      throw new DamageException(
          "snapshot " + file + " cannot be used: " + unusable.getMessage() + REMEDY, unusable);
    }
  }

  /** Begins one. */
  public static SnapshotWriter begin(
      long logPosition, long outputPosition, OutputHash hash, long venueHash) {
    SnapshotWriter writer = new SnapshotWriter();
    writer
        .next(new SnapshotBegunEncoder())
        .logPosition(logPosition)
        .outputPosition(outputPosition)
        .outputHash(hash.state())
        .outputMessages(hash.messages())
        .outputBytes(hash.bytes())
        .venueHash(venueHash);
    return writer;
  }

  /**
   * Looks whether it belongs to a journal.
   *
   * @throws DamageException when it does not.
   */
  public void check(long venueHash, long logEnd, long outputEnd) {
    if (begun.venueHash() != venueHash
        || begun.logPosition() > logEnd
        || begun.outputPosition() > outputEnd) {
      throw new DamageException(
          "snapshot "
              + file
              + " is of log position "
              + begun.logPosition()
              + " and output position "
              + begun.outputPosition()
              + ", but the journal beside it ends at "
              + logEnd
              + " and "
              + outputEnd
              + ", or is another one"
              + REMEDY);
    }
  }

  /** Sets a hash to where it was. */
  public void restore(OutputHash hash) {
    hash.restore(begun.outputHash(), begun.outputMessages(), begun.outputBytes());
  }
}
