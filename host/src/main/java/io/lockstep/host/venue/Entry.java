package io.lockstep.host.venue;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a venue file: its keys are known, and each is there once. */
final class Entry {
  /** So few digits that no unit makes them overflow. */
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|min|h)");

  private static final Map<String, Long> UNITS_NS =
      Map.of(
          "ms", TimeUnit.MILLISECONDS.toNanos(1),
          "s", TimeUnit.SECONDS.toNanos(1),
          "min", TimeUnit.MINUTES.toNanos(1),
          "h", TimeUnit.HOURS.toNanos(1));

  private final Node node;
  private final Mistakes mistakes;
  private final Map<String, Node> fields = new HashMap<>();

  /**
   * Reads a mapping; what is not one, and keys that are missing, unknown or repeated, are mistakes.
   *
   * @param what it is, for the message.
   * @param keys that it must have.
   */
  Entry(Node node, String what, List<String> keys, Mistakes mistakes) {
    this(node, what, keys, List.of(), mistakes);
  }

  /**
   * The same for one that may have further keys.
   *
   * @param optional keys that it may have.
   */
  Entry(Node node, String what, List<String> keys, List<String> optional, Mistakes mistakes) {
    this.node = node;
    this.mistakes = mistakes;
    if (!(node instanceof MappingNode)) {
      mistakes.add(node, what + " must have the keys " + keys);
      return;
    }
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      String key = scalar(tuple.getKeyNode());
      if (!keys.contains(key) && !optional.contains(key)) {
        mistakes.add(tuple.getKeyNode(), what + " has unknown key '" + key + "'");
      } else if (fields.put(key, tuple.getValueNode()) != null) {
        mistakes.add(tuple.getKeyNode(), what + " has key '" + key + "' twice");
      }
    }
    for (String key : keys) {
      if (!fields.containsKey(key)) {
        mistakes.add(node, what + " lacks key '" + key + "'");
      }
    }
  }

  /** True when a key is there. */
  boolean has(String key) {
    return fields.containsKey(key);
  }

  /** The value of a key that is there. */
  Node value(String key) {
    return fields.get(key);
  }

  /**
   * An integer from {@code least} to {@code most}; any other is a mistake, and least the answer.
   */
  long integer(String key, long least, long most) {
    if (!has(key)) {
      return least;
    }
    String text = scalar(value(key));
    try {
      long number = Long.parseLong(text.replace("_", ""));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, as every other value that will not do
    }
    mistakes.add(
        value(key), key + " must be an integer from " + least + " to " + most + ", not " + text);
    return least;
  }

  /**
   * A time as a number and a unit, such as {@code 5s}, up to a day, in nanoseconds; any other value
   * is a mistake, and 0 the answer.
   */
  long durationNs(String key) {
    if (!has(key)) {
      return 0;
    }
    String text = scalar(value(key));
    Matcher parts = DURATION.matcher(text);
    if (parts.matches()) {
      long ns = Long.parseLong(parts.group(1)) * UNITS_NS.get(parts.group(2));
      if (ns <= TimeUnit.DAYS.toNanos(1)) {
        return ns;
      }
    }
    mistakes.add(value(key), key + " must be a time from 0s to 24h, such as 500ms, not " + text);
    return 0;
  }

  /**
   * A list of so many integers from {@code least} to {@code most}; any other value is a mistake,
   * and a list of the least the answer.
   */
  List<Long> integers(String key, int count, long least, long most) {
    List<Long> numbers = new ArrayList<>(Collections.nCopies(count, least));
    if (!has(key)) {
      return numbers;
    }
    if (!(value(key) instanceof SequenceNode list) || list.getValue().size() != count) {
      mistakes.add(value(key), key + " must be a list of " + count + " integers");
      return numbers;
    }
    for (int i = 0; i < count; i++) {
      fields.put(key + i, list.getValue().get(i));
      numbers.set(i, integer(key + i, least, most));
    }
    return numbers;
  }

  /**
   * A point in time such as {@code 2026-12-25T08:00:00Z}, in nanoseconds since 1970; any other
   * value is a mistake, and 0 the answer.
   */
  long timeNs(String key) {
    if (!has(key)) {
      return 0;
    }
    String text = scalar(value(key));
    try {
      return TimeUnit.SECONDS.toNanos(Instant.parse(text).getEpochSecond());
    } catch (DateTimeParseException notATime) {
      mistakes.add(value(key), key + " must be a time such as 2026-12-25T08:00:00Z, not " + text);
      return 0;
    }
  }

  /** A text that matches; any other is a mistake, which does not repeat the text. */
  String text(String key, String pattern, String rule) {
    String text = has(key) ? scalar(value(key)) : "";
    if (has(key) && !text.matches(pattern)) {
      mistakes.add(value(key), key + " must be " + rule);
    }
    return text;
  }

  /** One of some words, or, where the key is missing, the usual one; any other is a mistake. */
  String word(String key, List<String> words, String usual) {
    String text = has(key) ? scalar(value(key)) : usual;
    if (words.contains(text)) {
      return text;
    }
    mistakes.add(value(key), key + " must be one of " + words + ", not " + text);
    return usual;
  }

  /** A mistake at a key, or at the mapping when the key is missing. */
  void mistake(String key, String reason) {
    mistakes.add(has(key) ? value(key) : node, reason);
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode ? ((ScalarNode) node).getValue() : "a list or mapping";
  }
}
