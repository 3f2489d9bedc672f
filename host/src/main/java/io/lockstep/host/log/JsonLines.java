package io.lockstep.host.log;

import java.util.Map;

/**
 * Writes an entry as one line of JSON: {@code time} (UTC, RFC 3339), {@code level}, {@code event},
 * then its fields, all at one level.
 */
public final class JsonLines {
  private JsonLines() {}

  /** The line, without its end; ASCII. */
  public static String of(LogEntry entry) {
    StringBuilder line = new StringBuilder(160);
    line.append('{');
    put(line, "time", entry.time().toString());
    put(line.append(','), "level", entry.level().name());
    put(line.append(','), "event", entry.event());
    for (Map.Entry<String, Object> field : entry.fields().entrySet()) {
      put(line.append(','), field.getKey(), field.getValue());
    }
    return line.append('}').toString();
  }

  private static void put(StringBuilder line, String name, Object value) {
    quote(line, name);
    line.append(':');
    if (value instanceof Number) {
      line.append(value);
    } else {
      quote(line, String.valueOf(value));
    }
  }

  private static void quote(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        line.append('\\').append(letter);
      } else if (letter < ' ' || letter > '~') {
        line.append(String.format("\\u%04x", (int) letter));
      } else {
        line.append(letter);
      }
    }
    line.append('"');
  }
}
