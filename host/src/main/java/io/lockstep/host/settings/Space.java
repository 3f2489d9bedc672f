package io.lockstep.host.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Room for the media driver's files, which are memory-mapped: too little shows as a crash later.
 */
final class Space {
  private static final long MIB = 1024 * 1024;

  /** The driver's own files: command buffers, counters, errors. */
  private static final long DRIVER_BYTES = 10 * MIB;

  /** A log buffer is three terms and a page. */
  private static final long TERMS_A_STREAM = 3;

  private static final long PAGE_BYTES = 4096;

  /** Control streams of the archive, two ways, and the ingress of a few clients. */
  private static final int SMALL_STREAMS = 8;

  /** Clients that must fit at least. */
  private static final int SESSIONS = 8;

  private static final int SMALL_TERM_BYTES = 64 * 1024;

  private Space() {}

  /** What an appliance and a few clients take, in bytes. */
  static long aeronBytes(
      int logTermBytes, int outputTermBytes, int feedTermBytes, int sessionTermBytes) {
    return DRIVER_BYTES
        + stream(logTermBytes)
        + stream(outputTermBytes)
        + stream(feedTermBytes)
        + SESSIONS * stream(sessionTermBytes)
        + SMALL_STREAMS * stream(SMALL_TERM_BYTES);
  }

  /**
   * Looks whether a directory, which need not exist yet, has that much room.
   *
   * @throws SettingsException when it has not.
   */
  static void check(Path directory, long neededBytes) {
    Path existing = directory;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      check(directory, neededBytes, Files.getFileStore(existing).getUsableSpace());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static void check(Path directory, long neededBytes, long usableBytes) {
    if (usableBytes < neededBytes) {
      throw new SettingsException(
          String.format(
              Locale.ROOT,
              "setting aeronDirectory: %s has %.1f MiB free, the media driver needs %.1f MiB; make"
                  + " it larger (in a container: --shm-size=64m), choose shorter terms, or another"
                  + " directory",
              directory,
              (double) usableBytes / MIB,
              (double) neededBytes / MIB));
    }
  }

  private static long stream(long termBytes) {
    return TERMS_A_STREAM * termBytes + PAGE_BYTES;
  }
}
