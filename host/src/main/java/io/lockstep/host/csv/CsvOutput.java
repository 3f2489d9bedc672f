package io.lockstep.host.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes lines of CSV as bytes. Empty columns at the end of a line are left out. Allocates nothing;
 * one thread.
 */
public final class CsvOutput {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LINE_BYTES_MAX = 512;

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
