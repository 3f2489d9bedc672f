package io.lockstep.host;

import io.aeron.Aeron;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.ExclusivePublication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.SourceLocation;
import io.lockstep.host.recording.DamageException;
import io.lockstep.host.recording.Recording;
import io.lockstep.host.settings.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an archive has from earlier runs, at most one recording a stream. One thread. */
final class PastRecordings {
  /** More than there should be of one stream. */
  private static final int LISTED_MAX = 100;

  private final Aeron aeron;
  private final AeronArchive archive;
  private final Path directory;

  private record Found(Recording recording, int initialTermId, int termBytes, int mtuBytes) {}

  PastRecordings(Aeron aeron, AeronArchive archive, Path directory) {
    this.aeron = aeron;
    this.archive = archive;
    this.directory = directory;
  }

  /**
   * The recording of a stream, if there is one.
   *
   * @throws DamageException when there are several.
   */
  Optional<Recording> of(int streamId) {
    return find(streamId).map(Found::recording);
  }

  /** Cuts a recording off behind a position; it is not being recorded. */
  void truncate(Recording recording, long position) {
    archive.truncateRecording(recording.id(), position);
  }

  /**
   * A stream that goes on where its recording ended, and is recorded behind it.
   *
   * @return empty: it was never recorded.
   * @throws SettingsException when it was recorded with another term length.
   */
  Optional<ExclusivePublication> extend(int streamId, int termBytes) {
    return find(streamId).map(found -> extend(found, termBytes));
  }

  private ExclusivePublication extend(Found found, int termBytes) {
    Recording recording = found.recording();
    if (found.termBytes() != termBytes) {
      throw new SettingsException(
          "settings logTermBytes, outputTermBytes: stream "
              + recording.streamId()
              + " was recorded in "
              + directory
              + " with terms of "
              + found.termBytes()
              + " bytes, and must go on so");
    }
    String channel =
        new ChannelUriStringBuilder()
            .media("ipc")
            .mtu(found.mtuBytes())
            .initialPosition(recording.endPosition(), found.initialTermId(), termBytes)
            .build();
    ExclusivePublication publication = aeron.addExclusivePublication(channel, recording.streamId());
    String ours =
        new ChannelUriStringBuilder().media("ipc").sessionId(publication.sessionId()).build();
    archive.extendRecording(recording.id(), ours, recording.streamId(), SourceLocation.LOCAL);
    return publication;
  }

  private Optional<Found> find(int streamId) {
    List<Found> found = new ArrayList<>();
    archive.listRecordingsForUri(
        0,
        LISTED_MAX,
        "aeron:ipc",
        streamId,
        (controlSession,
            correlation,
            id,
            startTimestamp,
            stopTimestamp,
            startPosition,
            stopPosition,
            initialTermId,
            segmentBytes,
            termBytes,
            mtuBytes,
            session,
            stream,
            stripped,
            original,
            source) ->
            found.add(
                new Found(
                    new Recording(directory, id, streamId, stopPosition),
                    initialTermId,
                    termBytes,
                    mtuBytes)));
    if (found.size() > 1) {
      throw new DamageException(
          directory
              + " holds "
              + found.size()
              + " recordings of stream "
              + streamId
              + ", not one; start with an empty directory");
    }
    return found.stream().findFirst();
  }
}
