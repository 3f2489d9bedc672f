package io.lockstep.host.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The snapshots of an archive directory: a file each, named by the log sequence that it stands for.
 * The newest few are kept. One thread.
 */
public final class SnapshotFiles {
  private static final int KEPT = 3;
  private static final String PREFIX = "snapshot-";
  private static final String SUFFIX = ".sbe";
  private static final String UNFINISHED = ".writing";
  private static final String DIGITS = "%020d"; // so that names sort as numbers do

  private final Path directory;
  private final boolean synced;

  /**
   * @param synced what was written survives a power cut too.
   */
  public SnapshotFiles(Path directory, boolean synced) {
    this.directory = directory;
    this.synced = synced;
  }

  /** The newest one. A file that was not finished is none. */
  public Optional<Path> newest() {
    List<Path> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * Writes one: under another name first, so that whatever ends the process, a file with the right
   * name is whole.
   *
   * @return the file.
   */
  public Path write(long logSequence, byte[] snapshot) {
    Path file = directory.resolve(PREFIX + String.format(DIGITS, logSequence) + SUFFIX);
    Path unfinished = directory.resolve(file.getFileName() + UNFINISHED);
    try {
      try (FileChannel channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(snapshot);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        if (synced) {
          channel.force(true);
        }
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      deleteOld();
    } catch (IOException failure) {
      throw new UncheckedIOException("snapshot " + file + " cannot be written", failure);
    }
    return file;
  }

  private void deleteOld() throws IOException {
    List<Path> all = all();
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
      Files.delete(old);
    }
  }

  private List<Path> all() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(SnapshotFiles::isSnapshot).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isSnapshot(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }
}
