package io.lockstep.sim.coverage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that need not be reached, each with its reason. A text file, a waiver a line:
 *
 * <pre>matcher.sv | if (rst_i) begin | why</pre>
 *
 * The middle is the whole line of source without the blanks round it, so that a waiver does not
 * outlive its line. Empty lines and those that begin with {@code #} are skipped.
 */
public final class Waivers {
  private static final String SEPARATOR = " | ";

  private final List<Waiver> waivers;

  /**
   * One of them.
   *
   * @param file name of the source.
   * @param text the line without the blanks round it.
   */
  public record Waiver(String file, String text, String reason) {}

  private Waivers(List<Waiver> waivers) {
    this.waivers = waivers;
  }

  /**
   * Reads a file.
   *
   * @throws IOException where it cannot be read, or a line has no three parts.
   */
  public static Waivers read(Path file) throws IOException {
    List<Waiver> waivers = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int first = line.indexOf(SEPARATOR);
      int last = line.lastIndexOf(SEPARATOR);
      if (first < 0 || first == last) {
        throw new IOException(file + ": not FILE | LINE | REASON: " + line);
      }
      waivers.add(
          new Waiver(
              line.substring(0, first).strip(),
              line.substring(first + SEPARATOR.length(), last).strip(),
              line.substring(last + SEPARATOR.length()).strip()));
    }
    return new Waivers(waivers);
  }

  /** None. */
  static Waivers none() {
    return new Waivers(List.of());
  }

  /** Those for a source. */
  List<Waiver> of(String file) {
    return waivers.stream().filter(waiver -> waiver.file().equals(file)).toList();
  }

  /** All of them. */
  List<Waiver> all() {
    return waivers;
  }
}
