package io.lockstep.host;

import io.aeron.Aeron;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.archive.Archive;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.status.RecordingPos;
import io.aeron.exceptions.AeronException;
import io.aeron.status.ChannelEndpointStatus;
import io.lockstep.host.recording.Recording;
import io.lockstep.host.settings.FeedSettings;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.agrona.concurrent.status.CountersReader;

/**
 * The streams of an appliance, and how far they are recorded; media driver, archive and their
 * clients are moved on by the thread that owns them.
 */
final class Transport implements AutoCloseable {
  private static final long CONNECT_WITHIN_NS = TimeUnit.SECONDS.toNanos(10);

  private final Settings settings;
  private final AeronParts parts;
  private final Archive archive;
  private final Aeron aeron;
  private final AeronArchive archiveClient;
  private final List<ActiveRecording> recordings = new ArrayList<>();

  private record ActiveRecording(int streamId, int counterId, long recordingId) {}

  /**
   * Starts what the settings say.
   *
   * @throws io.lockstep.host.settings.SettingsException when something else holds the directories,
   *     or no driver is there.
   */
  Transport(Settings settings) {
    this.settings = settings;
    parts = new AeronParts(settings);
    aeron = parts.aeron();
    archive = parts.archive();
    archiveClient = parts.archiveClient();
  }

  Aeron aeron() {
    return aeron;
  }

  /** The archive's client: recordings can be listed and played with it. */
  AeronArchive archive() {
    return archiveClient;
  }

  // ------------------------------------------------------------------ moving on

  int invokeDriver() {
    return parts.invokeDriver();
  }

  int invokeArchive() {
    return archive.invoker().invoke();
  }

  int invokeClient() {
    return aeron.conductorAgentInvoker().invoke();
  }

  /** Moves everything on until the condition holds. */
  void await(String what, BooleanSupplier condition) {
    long deadlineNs = System.nanoTime() + CONNECT_WITHIN_NS;
    while (!condition.getAsBoolean()) {
      invokeClient(); // and by it the driver
      invokeDriver();
      invokeArchive();
      if (System.nanoTime() - deadlineNs > 0) {
        throw new IllegalStateException("start took too long: " + what);
      }
      Thread.yield();
    }
  }

  // ------------------------------------------------------------------ streams

  /** A subscription to where clients send. */
  Subscription ingress(String channel) {
    try {
      Subscription subscription = aeron.addSubscription(channel, settings.ingressStreamId());
      await(
          "ingress " + channel,
          () -> subscription.channelStatus() != ChannelEndpointStatus.INITIALIZING);
      if (subscription.channelStatus() == ChannelEndpointStatus.ERRORED) {
        throw new AeronException("the channel cannot be opened");
      }
      return subscription;
    } catch (AeronException refused) {
      throw new SettingsException(
          "setting ingressChannels: cannot listen on "
              + channel
              + " (is the port taken by another program?): "
              + refused.getMessage(),
          refused);
    }
  }

  /**
   * An IPC stream that the archive records from its first byte, or, if it was recorded before, from
   * where it ended.
   *
   * @throws SettingsException when it was recorded with another term length.
   */
  ExclusivePublication recorded(int streamId, int termBytes) {
    String channel = new ChannelUriStringBuilder().media("ipc").termLength(termBytes).build();
    ExclusivePublication publication =
        pastRecordings()
            .extend(streamId, termBytes)
            .orElseGet(() -> archiveClient.addRecordedExclusivePublication(channel, streamId));
    recordings.add(awaitRecording(publication));
    return publication;
  }

  /** What earlier runs recorded. */
  PastRecordings pastRecordings() {
    return new PastRecordings(aeron, archiveClient, settings.archiveDirectory());
  }

  /** Reads a stream of ours, and only ours. */
  Subscription reader(ExclusivePublication publication) {
    String channel =
        new ChannelUriStringBuilder().media("ipc").sessionId(publication.sessionId()).build();
    Subscription subscription = aeron.addSubscription(channel, publication.streamId());
    await("stream " + publication.streamId(), subscription::isConnected);
    return subscription;
  }

  /**
   * The public feed's stream, which nobody records.
   *
   * @throws SettingsException when the channel cannot be opened.
   */
  ExclusivePublication feed() {
    FeedSettings feed = settings.feed();
    try {
      return aeron.addExclusivePublication(feed.publication(), feed.streamId());
    } catch (AeronException refused) {
      throw new SettingsException(
          "setting feedChannel: cannot publish on " + feed.channel() + ": " + refused.getMessage(),
          refused);
    }
  }

  /** How far a stream of {@link #recorded} is recorded. */
  LongSupplier recordedPosition(ExclusivePublication publication) {
    CountersReader counters = aeron.countersReader();
    int counter =
        RecordingPos.findCounterIdBySession(
            counters, publication.sessionId(), archive.context().archiveId());
    return () -> counters.getCounterValue(counter);
  }

  /** Where a stream of {@link #recorded} is recorded. It goes on, so that its end is not known. */
  Recording recording(ExclusivePublication publication) {
    int stream = publication.streamId();
    long id =
        recordings.stream().filter(of -> of.streamId() == stream).findFirst().get().recordingId();
    return new Recording(settings.archiveDirectory(), id, stream, Recording.UNKNOWN);
  }

  /**
   * Looks whether the media driver lives and everything is recorded still: replies would wait for
   * ever if not.
   *
   * @throws IllegalStateException when an external driver ended, or the archive gave up, as it does
   *     when the disk is full.
   */
  void checkHealth() {
    if (aeron.isClosed()) {
      throw new IllegalStateException(
          "the media driver in " + settings.aeronDirectory() + " is gone", parts.lastError());
    }
    for (int i = 0; i < recordings.size(); i++) { // an iterator would be garbage
      ActiveRecording recording = recordings.get(i);
      if (!RecordingPos.isActive(
          aeron.countersReader(), recording.counterId(), recording.recordingId())) {
        throw new IllegalStateException(
            "the archive stopped recording stream "
                + recording.streamId()
                + " in "
                + settings.archiveDirectory()
                + " (is the disk full?)");
      }
    }
  }

  private ActiveRecording awaitRecording(ExclusivePublication publication) {
    CountersReader counters = aeron.countersReader();
    int[] counter = {CountersReader.NULL_COUNTER_ID};
    await(
        "recording of stream " + publication.streamId(),
        () -> {
          counter[0] =
              RecordingPos.findCounterIdBySession(
                  counters, publication.sessionId(), archive.context().archiveId());
          return counter[0] != CountersReader.NULL_COUNTER_ID;
        });
    long recordingId = RecordingPos.getRecordingId(counters, counter[0]);
    return new ActiveRecording(publication.streamId(), counter[0], recordingId);
  }

  @Override
  public void close() {
    parts.close();
  }
}
