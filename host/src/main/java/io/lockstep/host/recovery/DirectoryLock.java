package io.lockstep.host.recovery;

import io.aeron.archive.ArchiveMarkFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a directory of recordings for one appliance. The kernel lets go of it when the process
 * ends, however it ends; Aeron's own mark is only stale ten seconds later.
 */
public final class DirectoryLock implements AutoCloseable {
  private static final String FILE_NAME = "lockstep-journal.lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the directory, which is made if it is not there.
   *
   * @return empty: another appliance has it.
   */
  public static Optional<DirectoryLock> take(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(FILE_NAME);
    boolean ours = Files.exists(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      return Optional.empty();
    }
    if (ours) {
      // Whoever wrote it had this lock, and is gone.
      Files.deleteIfExists(directory.resolve(ArchiveMarkFile.FILENAME));
    }
    return Optional.of(new DirectoryLock(channel));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
