package io.lockstep.host;

import io.lockstep.host.engine.Engine;
import io.lockstep.host.engine.Output;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.recording.DamageException;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import io.lockstep.host.recovery.JournalMark;
import io.lockstep.host.recovery.RecordedLog;
import io.lockstep.host.recovery.RegeneratedOutput;
import io.lockstep.host.recovery.Snapshot;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsException;
import io.lockstep.host.snapshot.SnapshotFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.CloseHelper;

/**
 * The way from what a directory holds to an appliance that goes on. A directory without recordings
 * is the case of an empty log. In this order: the constructor checks what is there and cuts off
 * output that never left, the streams are opened, {@link #replay} leads the engine to the log's
 * end.
 */
final class Restart implements AutoCloseable {
  private final Path directory;
  private final boolean isFirst;
  private final PastRecordings past;
  private final JournalMark mark;
  private final Optional<Snapshot> snapshot;
  private final RecordedLog log;
  private final Optional<Recording> output;
  private RegeneratedOutput regenerated;

  /**
   * @param venueHash of the venue that the appliance is started with.
   * @throws DamageException when the journal is not what it was when it was left.
   * @throws SettingsException when it was begun with another venue.
   */
  Restart(Transport transport, Settings settings, long venueHash) {
    past = transport.pastRecordings();
    directory = settings.archiveDirectory();
    Optional<Recording> recordedLog = past.of(SteppedAppliance.LOG_STREAM_ID);
    Optional<Recording> recordedOutput = past.of(SteppedAppliance.OUTPUT_STREAM_ID);
    Optional<Snapshot> newest =
        settings.restart().ignoreSnapshots() ? Optional.empty() : newestSnapshot();
    snapshot = newest;
    long logEnd = recordedLog.map(Recording::endPosition).orElse(0L);
    Optional<JournalMark> known = JournalMark.open(directory);
    isFirst = recordedLog.isEmpty() && !Files.exists(JournalMark.file(directory));
    boolean acceptLoss = settings.restart().acceptLoss();
    try {
      known.ifPresent(left -> checkVenue(left, venueHash));
      if (!isFirst && !acceptLoss) {
        checkEnd(known, logEnd);
      }
      long outputEnd = recordedOutput.map(Recording::endPosition).orElse(0L);
      snapshot.ifPresent(taken -> taken.check(venueHash, logEnd, outputEnd));
      recordedLog.ifPresent(this::check);
      output = recordedOutput.map(recording -> cutWhatNeverLeft(recording, logEnd));
    } catch (RuntimeException refused) {
      known.ifPresent(JournalMark::close);
      throw refused;
    }
    if (isFirst || acceptLoss) {
      known.ifPresent(JournalMark::close);
      mark = JournalMark.create(directory, venueHash, logEnd);
    } else {
      mark = known.orElseThrow();
    }
    log = new RecordedLog(stream(recordedLog, logBegin()));
  }

  private void checkVenue(JournalMark left, long venueHash) {
    if (left.venueHash() != venueHash) {
      throw new SettingsException(
          "setting archiveDirectory: the journal in "
              + directory
              + " was begun with another venue; start with that one, or with an empty directory");
    }
  }

  private void checkEnd(Optional<JournalMark> left, long logEnd) {
    if (left.isEmpty()) {
      throw new DamageException(
          JournalMark.file(directory)
              + " is missing or no mark file of a journal: nobody knows up to where the journal was"
              + " answered; put it back from a copy, or start with --accept-loss");
    }
    if (left.get().reportedPosition() > logEnd) {
      throw new DamageException(
          "the log in "
              + directory
              + " ends at position "
              + logEnd
              + ", but reports left for what it held up to "
              + left.get().reportedPosition()
              + ": its end is lost; put its files back from a copy, or start with --accept-loss");
    }
  }

  /** Looks at every message before anything is written. */
  private void check(Recording recording) {
    try (RecordedStream messages = new RecordedStream(recording, logBegin())) {
      while (messages.next()) {
        // what is wrong is thrown
      }
    }
  }

  /** Output whose cause is not in the log: the log was recorded less far, so it never left. */
  private Recording cutWhatNeverLeft(Recording recording, long logEnd) {
    long keep = outputBegin();
    try (RecordedStream frames = new RecordedStream(recording, keep)) {
      while (frames.next() && frames.reservedValue() <= logEnd) {
        keep = frames.position();
      }
    }
    if (keep == recording.endPosition()) {
      return recording;
    }
    past.truncate(recording, keep);
    return new Recording(directory, recording.id(), recording.streamId(), keep);
  }

  private static RecordedStream stream(Optional<Recording> recording, long from) {
    return new RecordedStream(recording.orElse(Recording.EMPTY), from);
  }

  private Optional<Snapshot> newestSnapshot() {
    return new SnapshotFiles(directory, false).newest().map(Snapshot::read);
  }

  private long logBegin() {
    return snapshot.map(taken -> taken.begun().logPosition()).orElse(0L);
  }

  private long outputBegin() {
    return snapshot.map(taken -> taken.begun().outputPosition()).orElse(0L);
  }

  // ------------------------------------------------------------------ leading the engine

  /** What the appliance begins from: "nothing", "journal", or "snapshot" and the journal behind. */
  String origin() {
    return snapshot.isPresent() ? "snapshot" : isFirst ? "nothing" : "journal";
  }

  /** The log up to where it was recorded. */
  RecordedLog log() {
    return log;
  }

  /** Told of reports that leave. */
  JournalMark mark() {
    return mark;
  }

  /**
   * The engine's output while it reads {@link #log}.
   *
   * @param hash of the output; what was recorded is counted into it.
   * @param live takes what was not recorded.
   */
  Output output(OutputHash hash, Output live) {
    snapshot.ifPresent(taken -> taken.restore(hash));
    regenerated = new RegeneratedOutput(stream(output, outputBegin()), hash, live);
    return regenerated;
  }

  /**
   * Leads the engine from the snapshot, if there is one, to the end of what was recorded.
   *
   * @param turn moves the engine and all that is behind it.
   */
  void replay(Engine engine, Runnable turn) {
    if (snapshot.isPresent()) {
      engine.read(snapshot.get().records(), logBegin());
      engine.loadCard();
    }
    while (!log.isAtEnd() || !engine.isIdle()) {
      turn.run();
    }
    regenerated.end();
    log.close();
  }

  @Override
  public void close() {
    CloseHelper.closeAll(log, regenerated, mark);
  }
}
