package io.lockstep.host.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What a line says, by the names of the CSV's columns; what it leaves out is empty. */
final class RequestFields {
  static final String COLUMNS =
      "action,instrument,quantity,price,time_in_force,account,order,flags,self_trade,to_price";

  static final List<String> NAMES = List.of(COLUMNS.split(","));

  private static final long U32_MAX = 0xFFFF_FFFFL;

  private final Map<String, String> fields = new HashMap<>();

  /** Sets a field; what was there is gone. */
  RequestFields put(String name, String text) {
    if (!NAMES.contains(name)) {
      throw new IllegalStateException("no such column: " + name);
    }
    fields.put(name, text);
    return this;
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if it is missing or not one.
   */
  long number(String name) {
    return parse(name, text(name));
  }

  /** A whole number, or empty. Throws as {@link #number}. */
  OptionalLong optionalNumber(String name) {
    return text(name).isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(name));
  }

  /** An id of 32 bits. Throws as {@link #number}, and if it is out of range. */
  int id(String name) {
    long value = number(name);
    if (value < 0 || value > U32_MAX) {
      throw new IllegalArgumentException(name + " " + value + " is out of range");
    }
    return (int) value;
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** The words in {@code flags}. */
  List<String> flags() {
    String flags = text("flags");
    return flags.isEmpty() ? List.of() : Arrays.asList(flags.split(" +"));
  }

  /** Reads a whole number; the error names what it was to be. */
  static long parse(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + (text.isEmpty() ? " is missing" : ": '" + text + "' is no whole number"));
    }
  }
}
