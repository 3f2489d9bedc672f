package io.lockstep.host.kernel;

import io.lockstep.host.csv.CsvLines;
import io.lockstep.host.csv.LineException;
import io.lockstep.host.replay.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the card is told of an instrument. Prices in ticks, quantities in lots.
 *
 * @param windowBase lowest price that has a level.
 * @param bandLow lowest price at which trades may print.
 * @param bandHigh highest such price.
 * @param maxPrice largest absolute price of an order.
 * @param maxQuantity largest order.
 */
public record InstrumentDefinition(
    int instrument, int windowBase, int bandLow, int bandHigh, long maxPrice, long maxQuantity) {
  static final List<String> COLUMNS =
      List.of("instrument", "window_base", "band_low", "band_high", "max_price", "max_quantity");

  private static final long MAX_PRICE = Integer.MAX_VALUE;
  private static final long MAX_QUANTITY = (1L << 28) - 1;
  private static final int INSTRUMENT_MAX = (1 << 16) - 1;

  /** All that a card can hold, each with prices from 0 on and a band of all of them. */
  public static List<InstrumentDefinition> usual(int instruments, int levels) {
    List<InstrumentDefinition> all = new ArrayList<>();
    for (int i = 0; i < instruments; i++) {
      all.add(new InstrumentDefinition(i, 0, 0, levels - 1, MAX_PRICE, MAX_QUANTITY));
    }
    return all;
  }

  /**
   * Reads a file of definitions; columns from the second on may be empty.
   *
   * @param levels of the card.
   * @throws InputException if it cannot be read, or a line is wrong.
   */
  public static List<InstrumentDefinition> read(Path file, int levels) {
    List<InstrumentDefinition> all = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      CsvLines lines = new CsvLines(in, COLUMNS, () -> {});
      while (lines.next()) {
        all.add(read(lines, levels));
      }
      return all;
    } catch (LineException e) {
      throw new InputException(file + ", " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static InstrumentDefinition read(CsvLines lines, int levels) {
    int number = (int) lines.number(0, 0, INSTRUMENT_MAX);
    int base = (int) optional(lines, 1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0);
    long top = Math.min((long) base + levels - 1, Integer.MAX_VALUE);
    return new InstrumentDefinition(
        number,
        base,
        (int) optional(lines, 2, Integer.MIN_VALUE, Integer.MAX_VALUE, base),
        (int) optional(lines, 3, Integer.MIN_VALUE, Integer.MAX_VALUE, top),
        optional(lines, 4, 0, MAX_PRICE, MAX_PRICE),
        optional(lines, 5, 0, MAX_QUANTITY, MAX_QUANTITY));
  }

  private static long optional(CsvLines lines, int column, long min, long max, long usual) {
    return lines.isEmpty(column) ? usual : lines.number(column, min, max);
  }

  /** Names of the columns, as the header has them. */
  public static String header() {
    return String.join(",", COLUMNS);
  }
}
