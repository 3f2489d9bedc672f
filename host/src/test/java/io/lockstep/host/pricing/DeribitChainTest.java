package io.lockstep.host.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.cli.MarketData;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;

/**
 * Mark, delta and vega of whole option chains of an exchange, each row by Black-76 on its own
 * forward and printed volatility. The exchange prices options in coins and vega in dollars for one
 * percent; it prints the volatility to 0.01 %, which alone explains most of the differences.
 */
class DeribitChainTest {
  private static final int ROWS = 49_810;
  private static final int BLOCK = 512;

  @Test
  void marksAreBlacksOnTheRowsOwnForwardAndVolatility() throws IOException {
    List<double[]> differences = new ArrayList<>();
    try (InputStream tar =
        new XZInputStream(
            new BufferedInputStream(
                Files.newInputStream(
                    MarketData.file("deribit_chain", "deribit_snapshots_202601.tar.xz"))))) {
      for (byte[] file = next(tar); file != null; file = next(tar)) {
        compare(new String(file, StandardCharsets.UTF_8), differences);
      }
    }

    assertEquals(ROWS, differences.size());
    double[] price = sorted(differences, 0);
    double[] delta = sorted(differences, 1);
    double[] vega = sorted(differences, 2);
    System.out.printf(
        Locale.ROOT,
        "deribit_chain, %,d rows: difference median and p99: price %.2g and %.2g coin,"
            + " delta %.2g and %.2g, vega %.2g and %.2g dollar%n",
        price.length,
        quantile(price, 0.5),
        quantile(price, 0.99),
        quantile(delta, 0.5),
        quantile(delta, 0.99),
        quantile(vega, 0.5),
        quantile(vega, 0.99));
    assertTrue(quantile(price, 0.5) <= 2e-5);
    assertTrue(quantile(price, 0.99) <= 4e-4);
  }

  private static void compare(String csv, List<double[]> differences) {
    List<String> lines = csv.lines().toList();
    List<String> columns = List.of(lines.get(0).split(","));
    Valuation valuation = new Valuation();
    Market market = new Market();
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",", -1);
      double forward = number(row, columns, "futures_price");
      double strike = number(row, columns, "strike");
      boolean call = row[columns.indexOf("option_type")].equals("call");
      market
          .forward(forward, 0)
          .years(number(row, columns, "time_to_maturity"))
          .volatility(number(row, columns, "implied_volatility"));
      valuation.value(call ? Contract.call(strike) : Contract.put(strike), market);
      differences.add(
          new double[] {
            StrictMath.abs(valuation.price() / forward - number(row, columns, "mark_price")),
            StrictMath.abs(valuation.delta() - number(row, columns, "delta")),
            StrictMath.abs(valuation.vega() / 100 - number(row, columns, "vega"))
          });
    }
  }

  private static double number(String[] row, List<String> columns, String name) {
    return Double.parseDouble(row[columns.indexOf(name)]);
  }

  private static double[] sorted(List<double[]> differences, int column) {
    double[] values = differences.stream().mapToDouble(row -> row[column]).toArray();
    Arrays.sort(values);
    return values;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }

  /** The next file of a tar archive; null at its end. */
  private static byte[] next(InputStream tar) throws IOException {
    DataInputStream in = new DataInputStream(tar);
    byte[] header = in.readNBytes(BLOCK);
    if (header.length < BLOCK || header[0] == 0) {
      return null;
    }
    String size = new String(header, 124, 11, StandardCharsets.US_ASCII).strip();
    int length = Integer.parseInt(size, 8);
    byte[] file = in.readNBytes(length);
    in.readNBytes((BLOCK - length % BLOCK) % BLOCK);
    boolean isFile = header[156] == '0';
    return isFile ? file : next(tar);
  }
}
