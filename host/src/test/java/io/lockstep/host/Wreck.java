package io.lockstep.host;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Archive directories as accidents leave them. */
final class Wreck {
  private Wreck() {}

  /** Copies the directory of an appliance that runs: what a kill at this moment would leave. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** The first file of a stream's recording. */
  static Path recording(Path directory, int streamId) {
    int id = streamId == SteppedAppliance.LOG_STREAM_ID ? 0 : 1;
    return directory.resolve(id + "-0.rec");
  }

  /** The files of snapshots, the oldest first. */
  static List<Path> snapshots(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("snapshot-"))
          .sorted()
          .toList();
    }
  }

  /** Changes one byte. */
  static void change(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int was = bytes.read();
      bytes.seek(at);
      bytes.write(was ^ 0x10);
    }
  }

  /** Overwrites the file with zeros from a place on, as a file system may after a power cut. */
  static void forget(Path file, long from) throws IOException {
    long length = Files.size(file);
    cut(file, from);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(length);
    }
  }

  /** Cuts the file off. */
  static void cut(Path file, long length) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(length);
    }
  }
}
