package io.lockstep.host.csv;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads lines of CSV, without quotes, from bytes. Empty lines, those that begin with {@code #} and
 * a header say nothing. Columns at the end may be left out. Allocates nothing for a line that is
 * right. One thread.
 */
public final class CsvLines {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long TOO_LONG = 20;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** What to do before a read that may wait. */
  public interface BeforeWait {
    void run() throws IOException;
  }

  private final InputStream in;
  private final List<String> columns;
  private final byte[] header;
  private final BeforeWait beforeWait;
  private final byte[] bytes = new byte[BUFFER_BYTES];
  private final int[] begin;
  private final int[] end;
  private int next;
  private int filled;
  private long line;

  /**
   * Reads from a stream, which stays open.
   *
   * @param columns their names, in order.
   * @param beforeWait called before each read of the stream, since it may wait.
   */
  public CsvLines(InputStream in, List<String> columns, BeforeWait beforeWait) {
    this.in = in;
    this.columns = columns;
    this.header = String.join(",", columns).getBytes(StandardCharsets.US_ASCII);
    this.beforeWait = beforeWait;
    this.begin = new int[columns.size()];
    this.end = new int[columns.size()];
  }

  /**
   * Goes to the next line that says something; answers whether there is one.
   *
   * @throws LineException if the line has too many columns or is too long.
   */
  public boolean next() throws IOException {
    while (true) {
      int lineEnd = findEnd();
      if (lineEnd < 0) {
        return false;
      }
      line++;
      int from = next;
      int to = lineEnd > from && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
      next = lineEnd + 1;
      if (to > from && bytes[from] != '#' && !isHeader(from, to)) {
        split(from, to);
        return true;
      }
    }
  }

  /** Number of the line, from 1. */
  public long line() {
    return line;
  }

  /** Finds the end of the next line, reading on where need be; −1 at the end of all. */
  private int findEnd() throws IOException {
    int at = next;
    while (true) {
      for (; at < filled; at++) {
        if (bytes[at] == '\n') {
          return at;
        }
      }
      if (next > 0) {
        System.arraycopy(bytes, next, bytes, 0, filled - next);
        filled -= next;
        at -= next;
        next = 0;
      }
      if (filled == bytes.length) {
        line++;
        throw fault(0, "the line is longer than " + bytes.length + " bytes");
      }
      beforeWait.run();
      int read = in.read(bytes, filled, bytes.length - filled);
      if (read < 0) {
        if (filled == next) {
          return -1;
        }
        bytes[filled++] = '\n'; // the last line may lack its end
      } else {
        filled += read;
      }
    }
  }

  private boolean isHeader(int from, int to) {
    return line == 1 && Arrays.equals(bytes, from, to, header, 0, header.length);
  }

  private void split(int from, int to) {
    int column = 0;
    begin[0] = from;
    for (int at = from; at < to; at++) {
      if (bytes[at] == ',') {
        end[column++] = at;
        if (column == begin.length) {
          throw fault(column - 1, "more than " + begin.length + " columns");
        }
        begin[column] = at + 1;
      }
    }
    end[column++] = to;
    for (; column < begin.length; column++) {
      begin[column] = to;
      end[column] = to;
    }
  }

  /** Whether a column is empty or left out. */
  public boolean isEmpty(int column) {
    return begin[column] == end[column];
  }

  /** Whether a column holds these letters. */
  public boolean is(int column, byte[] word) {
    return Arrays.equals(bytes, begin[column], end[column], word, 0, word.length);
  }

  /** A column's text. */
  public String text(int column) {
    int length = end[column] - begin[column];
    return new String(bytes, begin[column], length, StandardCharsets.UTF_8);
  }

  /**
   * A column's number.
   *
   * @throws LineException if it is none, or not from {@code min} to {@code max}.
   */
  public long number(int column, long min, long max) {
    int at = begin[column];
    boolean negative = at < end[column] && bytes[at] == '-';
    long value = digits(column, negative ? at + 1 : at, false);
    value = negative ? -value : value;
    if (value < min || value > max) {
      throw fault(column, "'" + text(column) + "' is not from " + min + " to " + max);
    }
    return value;
  }

  /**
   * A column's number of 64 bits, without sign.
   *
   * @throws LineException if it is none.
   */
  public long unsigned(int column) {
    return digits(column, begin[column], true);
  }

  private long digits(int column, int from, boolean all64) {
    int length = end[column] - from;
    if (length == 0) {
      throw fault(column, isEmpty(column) ? "is missing" : notANumber(column));
    }
    long value = 0;
    for (int at = from; at < end[column]; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        throw fault(column, notANumber(column));
      }
      boolean overflows =
          all64
              ? Long.compareUnsigned(value, Long.divideUnsigned(-1 - digit, 10)) > 0
              : value > (Long.MAX_VALUE - digit) / 10;
      if (length >= TOO_LONG - 1 && overflows) {
        throw fault(column, "'" + text(column) + "' is too large");
      }
      value = 10 * value + digit;
    }
    return value;
  }

  /**
   * A column's number, which may have a fraction and an exponent: the double nearest to it.
   *
   * @throws LineException if it is none, or not finite.
   */
  public double decimal(int column) {
    return decimal(column, text(column));
  }

  /**
   * A column's number, or the quotient of two of them: {@code 0.5}, {@code -1/3}.
   *
   * @throws LineException if it is neither, or not finite.
   */
  public double quotient(int column) {
    String text = text(column);
    int slash = text.indexOf('/');
    if (slash < 0) {
      return decimal(column, text);
    }
    double value =
        decimal(column, text.substring(0, slash)) / decimal(column, text.substring(slash + 1));
    if (!Double.isFinite(value)) {
      throw fault(column, "'" + text + "' is divided by 0, or too large");
    }
    return value;
  }

  /**
   * Answers a column's value if it is from {@code min} to {@code max}; a least value of {@link
   * Double#MIN_VALUE} stands for more than 0.
   *
   * @throws LineException if it is not.
   */
  public double between(int column, double value, double min, double max) {
    if (value >= min && value <= max) {
      return value;
    }
    String least = min == Double.MIN_VALUE ? "more than 0, up" : "from " + plain(min);
    throw fault(column, "'" + text(column) + "' is not " + least + " to " + plain(max));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private double decimal(int column, String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw fault(column, isEmpty(column) ? "is missing" : notANumber(column));
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw fault(column, "'" + text + "' is too large");
    }
    return value;
  }

  private String notANumber(int column) {
    return "'" + text(column) + "' is not a number";
  }

  /** An exception that names this line and a column of it. */
  public LineException fault(int column, String wrong) {
    return new LineException(line, column + 1, columns.get(column), wrong);
  }
}
