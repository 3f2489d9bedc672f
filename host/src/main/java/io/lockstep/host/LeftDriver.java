package io.lockstep.host;

import io.aeron.CncFileDescriptor;
import io.aeron.CommonContext;
import java.io.File;
import java.nio.MappedByteBuffer;
import java.util.concurrent.locks.LockSupport;
import org.agrona.IoUtil;

/** A directory that a killed media driver left: Aeron takes it to be in use for some time. */
final class LeftDriver {
  private static final long LOOK_NS = 100_000_000;

  private LeftDriver() {}

  /**
   * Waits until the directory is no longer taken to be in use, if its driver's process is gone. It
   * is not deleted at once: the process may be one of another container, which is not seen here.
   *
   * @param timeoutMs after which Aeron gives it up.
   */
  static void await(File directory, long timeoutMs) {
    if (!CommonContext.isDriverActive(directory, timeoutMs, text -> {}) || lives(directory)) {
      return;
    }
    while (CommonContext.isDriverActive(directory, timeoutMs, text -> {})) {
      LockSupport.parkNanos(LOOK_NS);
    }
  }

  private static boolean lives(File directory) {
    File file = new File(directory, CncFileDescriptor.CNC_FILE);
    MappedByteBuffer mapped = IoUtil.mapExistingFile(file, "the media driver's file");
    try {
      long pid = CncFileDescriptor.pid(CncFileDescriptor.createMetaDataBuffer(mapped));
      return ProcessHandle.of(pid).isPresent();
    } finally {
      IoUtil.unmap(mapped);
    }
  }
}
