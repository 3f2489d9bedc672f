package io.lockstep.host.scenarios;

import io.lockstep.host.csv.CsvLines;
import io.lockstep.host.csv.LineException;
import io.lockstep.host.csv.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a scenario set from CSV: at most one line {@code tenor}, then the scenarios, one a line.
 */
final class ScenarioFile {
  static final List<String> COLUMNS =
      List.of(
          "kind",
          "spot_ranges",
          "spot_percent",
          "volatility_percent",
          "fraction",
          "reference_days",
          "floor_days",
          "power_below",
          "power_above");

  private static final int KIND = 0;
  private static final int SPOT_RANGES = 1;
  private static final int SPOT_PERCENT = 2;
  private static final int VOLATILITY = 3;
  private static final int FRACTION = 4;
  private static final int REFERENCE = 5;
  private static final int FLOOR = 6;
  private static final int POWER_BELOW = 7;
  private static final int POWER_ABOVE = 8;

  private static final Words KINDS = new Words("tenor", "scenario");
  private static final double DAYS = 365;
  private static final double RANGES_MAX = 10;
  private static final double PERCENT_MAX = 10_000;
  private static final double DAYS_MAX = 36_500;

  private final CsvLines line;
  private final List<Scenario> scenarios = new ArrayList<>();
  private Tenor tenor = Tenor.NONE;

  ScenarioFile(InputStream in) {
    line = new CsvLines(in, COLUMNS, () -> {});
  }

  /**
   * Reads it all.
   *
   * @throws LineException if a line is wrong, or there are too few or too many.
   */
  ScenarioSet read(String name) throws IOException {
    while (line.next()) {
      if (KINDS.code(line, KIND) == 0) {
        tenor();
      } else {
        scenario();
      }
    }
    if (scenarios.isEmpty()) {
      throw line.fault(KIND, "the set has no scenario");
    }
    return new ScenarioSet(name, tenor, scenarios);
  }

  private void tenor() {
    empty(SPOT_RANGES, FRACTION, "scenario");
    if (tenor != Tenor.NONE || !scenarios.isEmpty()) {
      throw line.fault(KIND, "one line tenor may stand, before the scenarios");
    }
    double reference = number(REFERENCE, Double.MIN_VALUE, DAYS_MAX);
    double floor = number(FLOOR, Double.MIN_VALUE, reference);
    tenor =
        new Tenor(
            reference / DAYS, floor / DAYS, number(POWER_BELOW, 0, 1), number(POWER_ABOVE, 0, 1));
  }

  private void scenario() {
    empty(REFERENCE, POWER_ABOVE, "tenor");
    if (scenarios.size() == ScenarioSet.LANES_MAX) {
      throw line.fault(KIND, "more than " + ScenarioSet.LANES_MAX + " scenarios");
    }
    if (line.isEmpty(SPOT_RANGES) == line.isEmpty(SPOT_PERCENT)) {
      throw line.fault(SPOT_RANGES, "either spot_ranges or spot_percent is filled");
    }
    boolean inRanges = !line.isEmpty(SPOT_RANGES);
    double spot =
        inRanges
            ? number(SPOT_RANGES, -RANGES_MAX, RANGES_MAX)
            : number(SPOT_PERCENT, -100, PERCENT_MAX) / 100;
    double volatility = number(VOLATILITY, -100, PERCENT_MAX) / 100;
    if (1 + volatility * tenor.scaleMax() <= 0) {
      throw line.fault(VOLATILITY, "leaves no volatility to the shortest tenor");
    }
    double fraction = number(FRACTION, Double.MIN_VALUE, 1);
    scenarios.add(new Scenario(spot, inRanges, volatility, fraction));
  }

  private void empty(int from, int to, String kind) {
    for (int column = from; column <= to; column++) {
      if (!line.isEmpty(column)) {
        throw line.fault(column, "is of a line " + kind);
      }
    }
  }

  private double number(int column, double min, double max) {
    return line.between(column, line.quotient(column), min, max);
  }
}
