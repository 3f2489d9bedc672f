package io.lockstep.schema.gen;

import java.util.List;
import java.util.Locale;

/** Spellings of a schema's camelCase names in other languages. */
final class Names {
  private Names() {}

  /** {@code commandHeader} becomes {@code COMMAND_HEADER}. */
  static String upper(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** {@code [header, logSequence]} becomes {@code HEADER_LOG_SEQUENCE}. */
  static String upper(List<String> path) {
    return String.join("_", path.stream().map(Names::upper).toList());
  }

  /** {@code logSequence} becomes {@code log_sequence}. */
  static String lower(String camel) {
    return upper(camel).toLowerCase(Locale.ROOT);
  }
}
