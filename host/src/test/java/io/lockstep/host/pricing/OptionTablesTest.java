package io.lockstep.host.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.cli.MarketData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Published values: E. G. Haug, "The Complete Guide to Option Pricing Formulas", as QuantLib's
 * tests have them. Columns: type, strike, spot, q, r, t, volatility, value, tolerance.
 */
class OptionTablesTest {
  private static final int EUROPEAN = 43;

  /** Half of the last printed digit. */
  private static final double PRINTED = 0.5e-4;

  /** What the rows of the table of Greeks are, in order. */
  private static final List<ToDoubleFunction<Valuation>> GREEKS =
      List.of(
          Valuation::delta,
          Valuation::delta,
          Valuation::elasticity,
          Valuation::gamma,
          Valuation::gamma,
          Valuation::vega,
          Valuation::vega,
          Valuation::theta,
          Valuation::thetaPerDay,
          Valuation::rho,
          Valuation::dividendRho);

  @Test
  void europeanOptionsAreWorthWhatTheBooksSay() throws IOException {
    List<String[]> rows = rows("europeanoption_testValues.csv");
    assertEquals(EUROPEAN, rows.size());
    for (String[] row : rows) {
      Valuation valuation = value(row);
      assertEquals(number(row, 7), valuation.price(), number(row, 8), String.join(",", row));
      assertEquals(valuation.price(), Valuation.price(contract(row), market(row)));
    }
  }

  @Test
  void greeksAreWhatTheBooksSay() throws IOException {
    List<String[]> rows = rows("europeanoption_testGreekValues.csv");
    assertEquals(GREEKS.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      double value = GREEKS.get(i).applyAsDouble(value(rows.get(i)));
      assertEquals(number(rows.get(i), 7), value, PRINTED, String.join(",", rows.get(i)));
    }
  }

  private static List<String[]> rows(String name) throws IOException {
    return Files.readAllLines(MarketData.file("option_tables", name)).stream()
        .filter(line -> !line.startsWith("\"#"))
        .map(line -> line.split(","))
        .toList();
  }

  private static Valuation value(String[] row) {
    Valuation valuation = new Valuation();
    valuation.value(contract(row), market(row));
    return valuation;
  }

  private static Contract contract(String[] row) {
    double strike = number(row, 1);
    return row[0].equals("Call") ? Contract.call(strike) : Contract.put(strike);
  }

  private static Market market(String[] row) {
    return new Market()
        .spot(number(row, 2), number(row, 4), number(row, 3))
        .years(number(row, 5))
        .volatility(number(row, 6));
  }

  private static double number(String[] row, int column) {
    return Double.parseDouble(row[column]);
  }
}
