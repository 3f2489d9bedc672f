package io.lockstep.host.replay;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of recorded market data. */
public final class RecordedFile {
  private RecordedFile() {}

  /**
   * Finds a file as given; failing that, in {@code dataFolder/part}.
   *
   * @param dataFolder folder of market data; null where there is none.
   * @param part of the folder, such as {@code sse_l3}.
   * @throws InputException if it is in neither place.
   */
  public static Path find(Path file, Path dataFolder, String part) {
    if (Files.isRegularFile(file)) {
      return file;
    }
    if (dataFolder == null || file.isAbsolute()) {
      throw new InputException(
          "no such file: " + file + (dataFolder == null ? " (LOCKSTEP_DATA is not set)" : ""));
    }
    Path inData = dataFolder.resolve(part).resolve(file);
    if (Files.isRegularFile(inData)) {
      return inData;
    }
    throw new InputException("no such file: neither " + file + " nor " + inData);
  }
}
