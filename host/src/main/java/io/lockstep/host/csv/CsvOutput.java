package io.lockstep.host.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Writes lines of CSV as bytes. Empty columns at the end of a line are left out. Allocates nothing;
 * one thread.
 */
public final class CsvOutput {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LINE_BYTES_MAX = 512;
  private static final int SIGNIFICANT_DIGITS = 12;
  private static final MathContext ROUNDING =
      new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);

  /** Integers of more digits are written with an exponent. */
  private static final int PLAIN_DIGITS = 18;

  private final OutputStream out;
  private final byte[] bytes = new byte[BUFFER_BYTES];
  private final byte[] digits = new byte[20];
  private int used;
  private int pendingCommas;
  private boolean lineBegun;

  /** Writes to a stream, which stays open. */
  public CsvOutput(OutputStream out) {
    this.out = out;
  }

  /** Writes a column of letters. */
  public CsvOutput text(byte[] word) {
    separate();
    System.arraycopy(word, 0, bytes, used, word.length);
    used += word.length;
    return this;
  }

  /** Writes a column with a number. */
  public CsvOutput number(long value) {
    separate();
    append(value);
    return this;
  }

  /** Writes a column with a number of 64 bits, without sign. */
  public CsvOutput unsigned(long value) {
    separate();
    if (value < 0) {
      append(Long.divideUnsigned(value, 10));
      bytes[used++] = (byte) ('0' + Long.remainderUnsigned(value, 10));
    } else {
      append(value);
    }
    return this;
  }

  /**
   * Writes a column with a number of {@value #SIGNIFICANT_DIGITS} significant digits, rounded half
   * to even, the same on every machine and with every version of Java; empty if it is not finite.
   * Allocates.
   */
  public CsvOutput decimal(double value) {
    if (!Double.isFinite(value)) {
      return skip(1);
    }
    BigDecimal rounded = new BigDecimal(value).round(ROUNDING).stripTrailingZeros();
    boolean isShort = rounded.scale() < 0 && rounded.precision() - rounded.scale() <= PLAIN_DIGITS;
    String text = (isShort ? rounded.setScale(0) : rounded).toString();
    return text(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Leaves columns empty. */
  public CsvOutput skip(int columns) {
    pendingCommas += columns;
    return this;
  }

  /** Ends the line. */
  public void endLine() {
    bytes[used++] = '\n';
    pendingCommas = 0;
    lineBegun = false;
    if (used > bytes.length - LINE_BYTES_MAX) {
      flush();
    }
  }

  /** Hands over what was written so far. */
  public void flush() {
    try {
      out.write(bytes, 0, used);
      out.flush();
      used = 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the output: " + e.getMessage(), e);
    }
  }

  private void separate() {
    if (lineBegun) {
      bytes[used++] = ',';
    }
    lineBegun = true;
    for (; pendingCommas > 0; pendingCommas--) {
      bytes[used++] = ',';
    }
  }

  private void append(long value) {
    long rest = value;
    if (rest < 0) {
      bytes[used++] = '-';
      rest = -rest;
    }
    int count = 0;
    do {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    while (count > 0) {
      bytes[used++] = digits[--count];
    }
  }
}
