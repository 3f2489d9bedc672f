package io.lockstep.host.replay.lobster;

import io.lockstep.host.replay.InputException;
import io.lockstep.host.replay.lobster.LobsterMessage.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A recorded day: the messages, and the book after each. Read from a zip that holds one {@code
 * …_message_N.csv} and one {@code …_orderbook_N.csv}.
 */
public final class LobsterDay {
  /** Price units a tick: a cent in ten-thousandths of a dollar. */
  private static final int TICK_UNITS = 100;

  private static final int MESSAGE_COLUMNS = 6;
  private static final int COLUMNS_A_LEVEL = 4;

  private final List<LobsterMessage> messages;
  private final List<BookRow> rows;

  private LobsterDay(List<LobsterMessage> messages, List<BookRow> rows) {
    this.messages = messages;
    this.rows = rows;
  }

  /**
   * Reads both files.
   *
   * @throws InputException if there is no such zip, or it holds something else.
   */
  public static LobsterDay read(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry messageFile = entry(file, zip, "_message_");
      ZipEntry bookFile = entry(file, zip, "_orderbook_");
      List<LobsterMessage> messages = read(file, messageFile, LobsterDay::message);
      List<BookRow> rows = read(file, bookFile, LobsterDay::row);
      if (messages.isEmpty() || messages.size() != rows.size()) {
        throw new InputException(
            zip + ": " + messages.size() + " messages, but " + rows.size() + " rows of the book");
      }
      return new LobsterDay(messages, rows);
    } catch (IOException e) {
      throw new InputException("cannot read " + zip + ": " + e.getMessage(), e);
    }
  }

  private static ZipEntry entry(ZipFile file, Path zip, String part) {
    List<? extends ZipEntry> found =
        file.stream()
            .filter(entry -> entry.getName().contains(part) && entry.getName().endsWith(".csv"))
            .toList();
    if (found.size() != 1) {
      throw new InputException(
          zip + " holds " + found.size() + " files named *" + part + "*.csv, not one");
    }
    return found.get(0);
  }

  /** Makes something of a line. */
  private interface LineReader<T> {
    T read(int index, String[] fields);
  }

  private static <T> List<T> read(ZipFile file, ZipEntry entry, LineReader<T> lines)
      throws IOException {
    List<T> result = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(file.getInputStream(entry), StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        result.add(lines.read(result.size(), line.split(",", -1)));
      }
      return result;
    } catch (IllegalArgumentException e) {
      throw new InputException(
          entry.getName() + ", line " + (result.size() + 1) + ": " + e.getMessage(), e);
    }
  }

  private static LobsterMessage message(int index, String[] fields) {
    if (fields.length != MESSAGE_COLUMNS) {
      throw new IllegalArgumentException("expected 6 fields, found " + fields.length);
    }
    Kind kind = Kind.of(Integer.parseInt(fields[1]));
    boolean buy = Integer.parseInt(fields[5]) > 0;
    if (kind == Kind.NOTHING) {
      return new LobsterMessage(index, kind, 0, 0, 0, buy);
    }
    long orderId = Long.parseLong(fields[2]);
    return new LobsterMessage(index, kind, orderId, lots(fields[3]), ticks(fields[4]), buy);
  }

  private static BookRow row(int index, String[] fields) {
    int depth = fields.length / COLUMNS_A_LEVEL;
    if (depth == 0 || fields.length % COLUMNS_A_LEVEL != 0) {
      throw new IllegalArgumentException(
          "expected 4 fields for each level, found " + fields.length);
    }
    int[][] columns = new int[COLUMNS_A_LEVEL][depth];
    int asks = side(fields, 0, columns[0], columns[1]);
    int bids = side(fields, 2, columns[2], columns[3]);
    return new BookRow(
        depth,
        Arrays.copyOf(columns[2], bids),
        Arrays.copyOf(columns[3], bids),
        Arrays.copyOf(columns[0], asks),
        Arrays.copyOf(columns[1], asks));
  }

  /** Reads a side's levels; returns how many there are. An empty level has no lots. */
  private static int side(String[] fields, int first, int[] prices, int[] lots) {
    int count = 0;
    for (int i = first; i < fields.length; i += COLUMNS_A_LEVEL) {
      if (!fields[i + 1].equals("0")) {
        prices[count] = ticks(fields[i]);
        lots[count] = lots(fields[i + 1]);
        count++;
      }
    }
    return count;
  }

  private static int lots(String field) {
    int lots = Integer.parseInt(field);
    if (lots < 1 || lots >= 1 << 28) {
      throw new IllegalArgumentException("quantity " + field + " is out of range");
    }
    return lots;
  }

  private static int ticks(String field) {
    int price = Integer.parseInt(field);
    if (price < 1 || price % TICK_UNITS != 0) {
      throw new IllegalArgumentException("price " + field + " is not of whole cents");
    }
    return price / TICK_UNITS;
  }

  /** Messages, and rows of the book. */
  public int size() {
    return rows.size();
  }

  /** Levels a side that the book file can show. */
  public int depth() {
    return rows.get(0).depth();
  }

  LobsterMessage message(int index) {
    return messages.get(index);
  }

  BookRow row(int index) {
    return rows.get(index);
  }

  /**
   * Base of a window of {@code levels} ticks with the day's prices in its middle.
   *
   * @throws InputException if they span more.
   */
  int windowBase(int levels) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (BookRow row : rows) {
      for (int price : row.bidPrices()) {
        low = Math.min(low, price);
        high = Math.max(high, price);
      }
      for (int price : row.askPrices()) {
        low = Math.min(low, price);
        high = Math.max(high, price);
      }
    }
    long span = (long) high - low + 1;
    if (span > levels) {
      throw new InputException(
          "the day's prices span " + span + " ticks; the card has " + levels + " levels");
    }
    return low - (int) ((levels - span) / 2);
  }
}
