package io.lockstep.sim.coverage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the lines of sources were reached, summed over the instances of a module and over
 * files. Verilator counts at points, each a branch of some lines; a line counts as often as that of
 * its points which was reached least, since otherwise a branch on one line would hide another.
 */
public final class LineCounts {
  private static final Pattern POINT = Pattern.compile("C '(.*)' (\\d+)", Pattern.DOTALL);
  private static final char FIELD = 1;
  private static final char VALUE = 2;

  /** By point, then what stands there. */
  private final Map<Point, Long> points = new TreeMap<>();

  private record Point(String file, int line, int column, String branch, String lines)
      implements Comparable<Point> {
    @Override
    public int compareTo(Point other) {
      return key().compareTo(other.key());
    }

    private String key() {
      return file + ":%06d:%04d:".formatted(line, column) + branch + lines;
    }
  }

  /**
   * Adds what a file of Verilator's coverage counts.
   *
   * @throws IOException where it cannot be read or is none.
   */
  public void add(Path file) throws IOException {
    // Keys and values are parted by bytes 1 and 2: one byte a character.
    for (String text : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      Matcher matcher = POINT.matcher(text);
      if (matcher.matches()) {
        points.merge(point(matcher.group(1)), Long.parseLong(matcher.group(2)), Long::sum);
      } else if (!text.startsWith("#")) {
        throw new IOException(file + ": no line of coverage: " + text);
      }
    }
  }

  private static Point point(String text) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : text.split(String.valueOf(FIELD))) {
      int middle = field.indexOf(VALUE);
      if (middle >= 0) {
        fields.put(field.substring(0, middle), field.substring(middle + 1));
      }
    }
    String file = Path.of(fields.getOrDefault("f", "")).getFileName().toString();
    int line = Integer.parseInt(fields.getOrDefault("l", "0"));
    int column = Integer.parseInt(fields.getOrDefault("n", "0"));
    return new Point(
        file, line, column, fields.getOrDefault("o", ""), fields.getOrDefault("S", ""));
  }

  /**
   * The lines of a source that count, by their numbers from 1, with how often they were reached.
   */
  public Map<Integer, Long> lines(String file) {
    Map<Integer, Long> lines = new TreeMap<>();
    points.forEach(
        (point, count) -> {
          if (point.file().equals(file)) {
            addLines(lines, point, count);
          }
        });
    return lines;
  }

  private static void addLines(Map<Integer, Long> lines, Point point, long count) {
    for (String range : point.lines().split(",")) {
      if (!range.isEmpty()) {
        String[] ends = range.split("-");
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        for (int line = first; line <= last; line++) {
          lines.merge(line, count, Math::min);
        }
      }
    }
  }

  /** The sources that have lines, by name. */
  public Iterable<String> files() {
    return points.keySet().stream().map(Point::file).distinct().toList();
  }
}
