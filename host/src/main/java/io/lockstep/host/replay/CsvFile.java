package io.lockstep.host.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tukaani.xz.XZInputStream;

/**
 * Reads a CSV file with a known header line, packed by xz where its name ends in {@code .xz}.
 * Fields have neither quotes nor commas.
 */
final class CsvFile {
  private CsvFile() {}

  /** Makes something of the fields of one line. */
  @FunctionalInterface
  interface RowReader<T> {
    /**
     * @param line the line's number in the file, the header being line 1.
     * @throws IllegalArgumentException if a field is not what it should be.
     */
    T read(int line, String[] fields);
  }

  /**
   * Reads all rows.
   *
   * @param header the file's first line, as it must be.
   * @throws InputException if the file cannot be read, or a line does not fit.
   */
  static <T> List<T> read(Path file, String header, RowReader<T> rows) {
    List<T> result = new ArrayList<>();
    int line = 0;
    try (BufferedReader reader = open(file)) {
      String text = reader.readLine();
      line = 1;
      if (!header.equals(text)) {
        throw new IllegalArgumentException("expected the header '" + header + "'");
      }
      int columns = header.split(",").length;
      while ((text = reader.readLine()) != null) {
        line++;
        String[] fields = text.split(",", -1);
        if (fields.length != columns) {
          throw new IllegalArgumentException(
              "expected " + columns + " fields, found " + fields.length);
        }
        result.add(rows.read(line, fields));
      }
      return result;
    } catch (IOException e) {
      throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ", line " + line + ": " + e.getMessage(), e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputException("no such file: " + file);
    }
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream text =
          file.getFileName().toString().endsWith(".xz") ? new XZInputStream(bytes) : bytes;
      return new BufferedReader(new InputStreamReader(text, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }
}
