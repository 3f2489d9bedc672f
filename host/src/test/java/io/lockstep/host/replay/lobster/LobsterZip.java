package io.lockstep.host.replay.lobster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A day of our own in LOBSTER's format, with a book of two levels a side. Prices in cents. */
final class LobsterZip {
  private static final String EMPTY = "9999999999,0";

  private final StringBuilder messages = new StringBuilder();
  private final StringBuilder rows = new StringBuilder();

  /** The first message and the row that seeds the book. */
  static LobsterZip seeded(String bids, String asks) {
    return new LobsterZip().then("5,0,1,1,1", bids, asks);
  }

  /**
   * @param message {@code type,order id,size,price,direction}.
   * @param bids after it: {@code price x lots}, best first, with a blank between levels.
   */
  LobsterZip then(String message, String bids, String asks) {
    String[] fields = message.split(",");
    messages.append("34200.5,").append(fields[0]).append(',').append(fields[1]).append(',');
    messages.append(fields[2]).append(',').append(fields[3]).append("00,").append(fields[4]);
    messages.append('\n');
    for (int level = 0; level < 2; level++) {
      rows.append(level(asks, level)).append(',').append(level(bids, level));
      rows.append(level == 0 ? ',' : '\n');
    }
    return this;
  }

  private static String level(String side, int number) {
    String[] levels = side.isEmpty() ? new String[0] : side.split(" ");
    return number < levels.length ? levels[number].replace("x", "00,") : EMPTY;
  }

  /** Writes the zip. */
  Path write(Path folder) throws IOException {
    return write(folder, messages.toString(), rows.toString());
  }

  static Path write(Path folder, String messages, String rows) throws IOException {
    Path zip = folder.resolve("day.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      add(out, "TEST_2026-01-05_34200000_57600000_message_2.csv", messages);
      add(out, "TEST_2026-01-05_34200000_57600000_orderbook_2.csv", rows);
    }
    return zip;
  }

  private static void add(ZipOutputStream out, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      out.putNextEntry(new ZipEntry(name));
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
