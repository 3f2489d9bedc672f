package io.lockstep.host;

import io.aeron.Aeron;
import io.aeron.AeronCounters;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.CommonContext;
import io.aeron.ExclusivePublication;
import io.aeron.RethrowingErrorHandler;
import io.aeron.Subscription;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.status.RecordingPos;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.driver.exceptions.ActiveDriverException;
import io.aeron.exceptions.AeronException;
import io.aeron.status.ChannelEndpointStatus;
import io.lockstep.host.publisher.Journal;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.agrona.IoUtil;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.NoOpLock;
import org.agrona.concurrent.status.CountersReader;

/**
 * Media driver, archive and their clients, all moved on by the thread that owns them. With an
 * external media driver only the driver runs elsewhere.
 */
final class Transport implements AutoCloseable {
  private static final String SMALL_IPC = "aeron:ipc?term-length=64k";

  /** The least that Aeron takes; its default makes a file of 47 MiB. */
  private static final int COUNTER_VALUES_BYTES = 1024 * 1024;

  private static final int SEGMENT_BYTES = 16 * 1024 * 1024;
  private static final long DRIVER_ALIVE_WITHIN_MS = 2_000;
  private static final long DRIVER_TIMEOUT_MS = 5_000;
  private static final long CONNECT_WITHIN_NS = TimeUnit.SECONDS.toNanos(10);

  /** How long the one thread may be held between two turns, say in a debugger. */
  private static final long HELD_NS_MAX = TimeUnit.MINUTES.toNanos(1);

  private final Settings settings;
  private final MediaDriver driver;
  private final Archive archive;
  private final Aeron aeron;
  private final AeronArchive archiveClient;
  private final List<Recording> recordings = new ArrayList<>();
  private Throwable lastError;

  private record Recording(int streamId, int counterId, long recordingId) {}

  /**
   * Starts what the settings say.
   *
   * @throws SettingsException when something else holds the directories, or no driver is there.
   */
  Transport(Settings settings) {
    this.settings = settings;
    MediaDriver openedDriver = null;
    Archive openedArchive = null;
    Aeron openedAeron = null;
    try {
      if (settings.externalDriver()) {
        checkDriverRuns();
      } else {
        openedDriver = launchDriver();
      }
      openedArchive = launchArchive(openedDriver);
      openedAeron = Aeron.connect(clientContext(openedDriver));
      driver = openedDriver;
      archive = openedArchive;
      aeron = openedAeron;
      archiveClient = connectArchive(openedAeron, openedArchive);
    } catch (RuntimeException failure) {
      abandon(openedAeron, openedArchive, openedDriver);
      throw explained(failure);
    } catch (Error failure) {
      // A mapped file without room behind it, for one.
      abandon(openedAeron, openedArchive, openedDriver);
      throw failure;
    }
  }

  private void abandon(AutoCloseable... opened) {
    CloseHelper.quietCloseAll(opened);
    deleteOurs();
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
    return driver == null ? 0 : driver.sharedAgentInvoker().invoke();
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

  /** A new IPC stream that the archive records from its first byte. */
  ExclusivePublication recorded(int streamId, int termBytes) {
    String channel = new ChannelUriStringBuilder().media("ipc").termLength(termBytes).build();
    ExclusivePublication publication =
        archiveClient.addRecordedExclusivePublication(channel, streamId);
    recordings.add(awaitRecording(publication));
    return publication;
  }

  /** Reads a stream of ours, and only ours. */
  Subscription reader(ExclusivePublication publication) {
    String channel =
        new ChannelUriStringBuilder().media("ipc").sessionId(publication.sessionId()).build();
    Subscription subscription = aeron.addSubscription(channel, publication.streamId());
    await("stream " + publication.streamId(), subscription::isConnected);
    return subscription;
  }

  /** How far a stream of {@link #recorded} is recorded. */
  Journal journal(ExclusivePublication publication) {
    CountersReader counters = aeron.countersReader();
    int counter =
        RecordingPos.findCounterIdBySession(
            counters, publication.sessionId(), archive.context().archiveId());
    return () -> counters.getCounterValue(counter);
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
          "the media driver in " + settings.aeronDirectory() + " is gone", lastError);
    }
    for (Recording recording : recordings) {
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

  private Recording awaitRecording(ExclusivePublication publication) {
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
    return new Recording(publication.streamId(), counter[0], recordingId);
  }

  // ------------------------------------------------------------------ start and end

  @Override
  public void close() {
    try {
      CloseHelper.closeAll(archiveClient, aeron, archive, driver);
    } finally {
      deleteOurs();
    }
  }

  private void deleteOurs() {
    if (settings.archiveDirectoryIsOurs()) {
      IoUtil.delete(settings.archiveDirectory().toFile(), true);
    }
    if (settings.aeronDirectoryIsOurs()) {
      IoUtil.delete(settings.aeronDirectory().toFile(), true);
    }
  }

  private void checkDriverRuns() {
    File directory = settings.aeronDirectory().toFile();
    if (!CommonContext.isDriverActive(directory, DRIVER_ALIVE_WITHIN_MS, text -> {})) {
      throw new SettingsException("setting aeronDirectory: no media driver runs in " + directory);
    }
  }

  private MediaDriver launchDriver() {
    return MediaDriver.launch(
        new MediaDriver.Context()
            .aeronDirectoryName(settings.aeronDirectory().toString())
            .threadingMode(ThreadingMode.INVOKER)
            .dirDeleteOnShutdown(true)
            .termBufferSparseFile(false) // short of memory is an error here, not a fault later
            .counterValuesBufferLength(COUNTER_VALUES_BYTES)
            .ipcTermBufferLength(64 * 1024)
            .publicationTermBufferLength(64 * 1024)
            .clientLivenessTimeoutNs(HELD_NS_MAX)
            .publicationUnblockTimeoutNs(2 * HELD_NS_MAX)
            .errorHandler(quiet()));
  }

  /** The archive gets a client from here, since its own would not bear a held thread. */
  private Archive launchArchive(MediaDriver withDriver) {
    Aeron client =
        Aeron.connect(
            clientContext(withDriver).subscriberErrorHandler(RethrowingErrorHandler.INSTANCE));
    try {
      return Archive.launch(archiveContext(withDriver, client));
    } catch (RuntimeException | Error failure) {
      CloseHelper.quietClose(client);
      throw failure;
    }
  }

  private Archive.Context archiveContext(MediaDriver withDriver, Aeron client) {
    Archive.Context context =
        new Archive.Context()
            .aeron(client)
            .ownsAeronClient(true)
            .errorCounter(
                client.addCounter(AeronCounters.ARCHIVE_ERROR_COUNT_TYPE_ID, "archive errors"))
            .aeronDirectoryName(settings.aeronDirectory().toString())
            .archiveDir(settings.archiveDirectory().toFile())
            .threadingMode(ArchiveThreadingMode.INVOKER)
            .controlChannelEnabled(false)
            .localControlChannel(SMALL_IPC)
            .controlTermBufferLength(64 * 1024)
            .archiveClientContext(new AeronArchive.Context().controlResponseChannel(SMALL_IPC))
            .recordingEventsEnabled(false)
            .replicationChannel("aeron:udp?endpoint=localhost:0")
            .segmentFileLength(SEGMENT_BYTES)
            .fileSyncLevel(settings.fileSyncLevel())
            .catalogFileSyncLevel(settings.fileSyncLevel())
            .errorHandler(quiet());
    if (withDriver != null) {
      context.mediaDriverAgentInvoker(withDriver.sharedAgentInvoker());
    }
    return context;
  }

  private Aeron.Context clientContext(MediaDriver withDriver) {
    AgentInvoker driverInvoker = withDriver == null ? null : withDriver.sharedAgentInvoker();
    return new Aeron.Context()
        .aeronDirectoryName(settings.aeronDirectory().toString())
        .useConductorAgentInvoker(true)
        .driverAgentInvoker(driverInvoker)
        .clientLock(NoOpLock.INSTANCE)
        .driverTimeoutMs(
            withDriver == null ? DRIVER_TIMEOUT_MS : TimeUnit.NANOSECONDS.toMillis(HELD_NS_MAX))
        .errorHandler(error -> lastError = error);
  }

  private static AeronArchive connectArchive(Aeron aeron, Archive archive) {
    return AeronArchive.connect(
        new AeronArchive.Context()
            .aeron(aeron)
            .ownsAeronClient(false)
            .lock(NoOpLock.INSTANCE)
            .controlRequestChannel(archive.context().localControlChannel())
            .controlRequestStreamId(archive.context().localControlStreamId())
            .controlResponseChannel(SMALL_IPC)
            .agentInvoker(archive.invoker()));
  }

  /** Driver and archive keep a log of their errors in their directories; that is enough. */
  private static ErrorHandler quiet() {
    return error -> {};
  }

  private RuntimeException explained(RuntimeException failure) {
    if (failure instanceof ActiveDriverException) {
      return new SettingsException(
          "setting aeronDirectory: another appliance or media driver uses "
              + settings.aeronDirectory(),
          failure);
    }
    if (String.valueOf(failure.getMessage()).startsWith("active mark file")) {
      return new SettingsException(
          "setting archiveDirectory: another appliance records into " + settings.archiveDirectory(),
          failure);
    }
    return failure;
  }
}
