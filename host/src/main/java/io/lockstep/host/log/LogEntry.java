package io.lockstep.host.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happened.
 *
 * @param time of the machine's clock.
 * @param level how bad it is.
 * @param event its name, in lower case, as {@code session_opened}.
 * @param fields by name, in the order in which they are written; numbers and texts.
 */
public record LogEntry(Instant time, Level level, String event, Map<String, Object> fields) {
  /** How bad it is. */
  public enum Level {
    /** As it should be. */
    INFO,
    /** Somebody should look. */
    WARNING,
    /** The appliance ends by it. */
    ERROR
  }

  /**
   * Something that happened now.
   *
   * @param namesAndValues of the fields, by turns.
   */
  public static LogEntry now(Level level, String event, Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new LogEntry(Instant.now(), level, event, fields);
  }
}
