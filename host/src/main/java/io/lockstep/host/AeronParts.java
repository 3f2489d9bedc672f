package io.lockstep.host;

import io.aeron.Aeron;
import io.aeron.AeronCounters;
import io.aeron.CommonContext;
import io.aeron.RethrowingErrorHandler;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.driver.exceptions.ActiveDriverException;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recovery.DirectoryLock;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.agrona.IoUtil;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.NoOpLock;

/**
 * Media driver, archive and their clients, as the settings want them, without a thread of their
 * own. With an external media driver only the driver runs elsewhere. Their directories are deleted
 * at the end where the settings did not name them. One thread.
 */
final class AeronParts implements AutoCloseable {
  private static final String SMALL_IPC = "aeron:ipc?term-length=64k";

  /** The least that Aeron takes; its default makes a file of 47 MiB. */
  private static final int COUNTER_VALUES_BYTES = 1024 * 1024;

  private static final long DRIVER_ALIVE_WITHIN_MS = 2_000;
  private static final long DRIVER_TIMEOUT_MS = 5_000;

  /** How long the one thread may be held between two turns, say in a debugger. */
  private static final long HELD_NS_MAX = TimeUnit.MINUTES.toNanos(1);

  private final Settings settings;
  private final MediaDriver driver;
  private final Archive archive;
  private final Aeron aeron;
  private final AeronArchive archiveClient;
  private DirectoryLock lock;
  private Throwable lastError;

  /**
   * Starts what the settings say.
   *
   * @throws SettingsException when something else holds the directories, or no driver is there.
   */
  AeronParts(Settings settings) {
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
      lock = lock();
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
    CloseHelper.quietClose(lock);
    deleteOurs();
  }

  Aeron aeron() {
    return aeron;
  }

  Archive archive() {
    return archive;
  }

  AeronArchive archiveClient() {
    return archiveClient;
  }

  /** The newest error of the Aeron client, or null. */
  Throwable lastError() {
    return lastError;
  }

  int invokeDriver() {
    return driver == null ? 0 : driver.sharedAgentInvoker().invoke();
  }

  @Override
  public void close() {
    try {
      CloseHelper.closeAll(archiveClient, aeron, archive, driver, lock);
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
    MediaDriver.Context context = new MediaDriver.Context();
    LeftDriver.await(settings.aeronDirectory().toFile(), context.driverTimeoutMs());
    return MediaDriver.launch(
        context
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

  private DirectoryLock lock() {
    Path directory = settings.archiveDirectory();
    try {
      return DirectoryLock.take(directory).orElseThrow(() -> inUse(null));
    } catch (IOException unusable) {
      throw new SettingsException(
          "setting archiveDirectory: " + directory + " cannot be used: " + unusable, unusable);
    }
  }

  private SettingsException inUse(Throwable cause) {
    return new SettingsException(
        "setting archiveDirectory: another appliance records into " + settings.archiveDirectory(),
        cause);
  }

  /** The archive gets a client from here, since its own would not bear a held thread. */
  private Archive launchArchive(MediaDriver withDriver) {
    Aeron client = Aeron.connect(clientContext(withDriver));
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
            .segmentFileLength(RecordedStream.SEGMENT_BYTES)
            .recordChecksum(Checksums.crc32c())
            .replayChecksum(Checksums.crc32c())
            .fileSyncLevel(settings.fileSyncLevel())
            .catalogFileSyncLevel(settings.fileSyncLevel())
            .errorHandler(quiet());
    if (withDriver != null) {
      context.mediaDriverAgentInvoker(withDriver.sharedAgentInvoker());
    }
    return context;
  }

  /**
   * What a reader of a stream throws stops the appliance. Aeron's default hands it to the error
   * handler and goes on behind the message, which would be lost to the engine without a trace.
   */
  private Aeron.Context clientContext(MediaDriver withDriver) {
    AgentInvoker driverInvoker = withDriver == null ? null : withDriver.sharedAgentInvoker();
    return new Aeron.Context()
        .aeronDirectoryName(settings.aeronDirectory().toString())
        .useConductorAgentInvoker(true)
        .driverAgentInvoker(driverInvoker)
        .clientLock(NoOpLock.INSTANCE)
        .driverTimeoutMs(
            withDriver == null ? DRIVER_TIMEOUT_MS : TimeUnit.NANOSECONDS.toMillis(HELD_NS_MAX))
        .subscriberErrorHandler(RethrowingErrorHandler.INSTANCE)
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
      return inUse(failure);
    }
    return failure;
  }
}
