package io.lockstep.host.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A recorded stream, from position 0 on, in files of the archive.
 *
 * @param directory of the archive.
 * @param id of the recording.
 * @param streamId of the stream.
 * @param endPosition up to which it is recorded; {@link #UNKNOWN}: up to where frames end.
 */
public record Recording(Path directory, long id, int streamId, long endPosition) {
  /** Nobody says where the recording ends. */
  public static final long UNKNOWN = -1;

  /** Of a stream that was never recorded. */
  public static final Recording EMPTY = new Recording(Path.of(""), 0, 0, 0);

  private static final String SUFFIX = ".rec";
  private static final String FIRST_SEGMENT = "-0" + SUFFIX;

  /**
   * Finds the recording of a stream by its files alone, without an archive: for one that is not
   * being written, and was not left by a killed process.
   *
   * @throws DamageException when there is none, or more than one.
   */
  public static Recording find(Path directory, int streamId) {
    List<Recording> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(FIRST_SEGMENT) && streamOf(file) == streamId) {
          long id = Long.parseLong(name.substring(0, name.length() - FIRST_SEGMENT.length()));
          found.add(new Recording(directory, id, streamId, UNKNOWN));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (found.size() != 1) {
      throw new DamageException(
          directory + " holds " + found.size() + " recordings of stream " + streamId + ", not one");
    }
    return found.get(0);
  }

  private static int streamOf(Path firstSegment) throws IOException {
    try (var in = Files.newInputStream(firstSegment)) {
      byte[] header = in.readNBytes(Frame.HEADER_BYTES);
      return header.length < Frame.HEADER_BYTES
          ? 0
          : new UnsafeBuffer(header).getInt(Frame.STREAM_ID_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** The file that begins at a position. */
  Path segment(long basePosition) {
    return directory.resolve(id + "-" + basePosition + SUFFIX);
  }
}
