package io.lockstep.host.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Words that a column may hold; the code of each is its place. */
public final class Words {
  private static final byte SEPARATOR = '+';

  private final String[] names;
  private final byte[][] words;

  /** Words in the order of their codes. */
  public Words(String... names) {
    this.names = names;
    this.words = Arrays.stream(names).map(Words::bytes).toArray(byte[][]::new);
  }

  /** The names of an enum's values, in small letters. */
  public static Words of(Enum<?>[] values) {
    return new Words(
        Arrays.stream(values)
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new));
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  /** A word by its code. */
  public String name(int code) {
    return names[code];
  }

  /** A word's letters. */
  public byte[] word(int code) {
    return words[code];
  }

  /**
   * Code of the word in a column.
   *
   * @throws LineException if it is none of these.
   */
  public int code(CsvLines line, int column) {
    for (int code = 0; code < words.length; code++) {
      if (line.is(column, words[code])) {
        return code;
      }
    }
    throw wrong(line, column);
  }

  /** The same, where an empty column has a meaning. */
  public int code(CsvLines line, int column, int empty) {
    return line.isEmpty(column) ? empty : code(line, column);
  }

  /**
   * Codes of the words in a column as bits; between words stands a plus.
   *
   * @throws LineException if one of them is none of these.
   */
  public int codes(CsvLines line, int column) {
    if (line.isEmpty(column)) {
      return 0;
    }
    int bits = 0;
    for (String word : line.text(column).split("[" + (char) SEPARATOR + "]", -1)) {
      int code = Arrays.asList(names).indexOf(word);
      if (code < 0) {
        throw wrong(line, column);
      }
      bits |= 1 << code;
    }
    return bits;
  }

  private LineException wrong(CsvLines line, int column) {
    String there = line.isEmpty(column) ? "is missing" : "unknown word '" + line.text(column) + "'";
    return line.fault(column, there + "; there are " + String.join(", ", names));
  }
}
