package io.lockstep.host.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small made-up days for tests. */
final class Days {
  private Days() {}

  /** Reads a day from its lines, headers left out. */
  static SseDay of(Path folder, List<String> inbound, List<String> fills) throws IOException {
    return SseDay.read(
        write(folder.resolve("inbound.csv"), SseCommand.HEADER, inbound),
        write(folder.resolve("fills.csv"), SseFill.HEADER, fills));
  }

  static Path write(Path file, String header, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(rows);
    lines.add(0, header);
    return Files.write(file, lines);
  }
}
