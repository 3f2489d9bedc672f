package io.lockstep.host.risk;

import io.lockstep.host.surface.SmileSettings;
import io.lockstep.host.surface.VolatilitySmile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/** The volatilities of a file: a smile for each underlying and expiry. */
final class Smiles {
  private record Expiry(int group, double years) {}

  private static final double VOLATILITY_MAX = 20;

  private final Fields fields;
  private final ToIntFunction<JsonNode> group;
  private final Map<Expiry, VolatilitySmile> smiles = new HashMap<>();

  /**
   * @param group number of the underlying that a node names.
   */
  Smiles(Fields fields, ToIntFunction<JsonNode> group) {
    this.fields = fields;
    this.group = group;
  }

  /** Takes one in. */
  void add(JsonNode node) {
    List<Double> points = new ArrayList<>();
    List<Double> volatilities = new ArrayList<>();
    for (JsonNode point : node.get("points")) {
      double moneyness = fields.number(point, "logMoneyness", 0);
      if (!points.isEmpty() && !(moneyness > points.get(points.size() - 1))) {
        throw fields.file().fault(point, "logMoneyness does not rise");
      }
      points.add(moneyness);
      volatilities.add(fields.number(point, "volatility", 0));
    }
    VolatilitySmile smile = new VolatilitySmile(settings(points));
    smile.report(0, volatilities.stream().mapToDouble(Double::doubleValue).toArray());
    Expiry expiry =
        new Expiry(group.applyAsInt(node.get("underlying")), fields.number(node, "years", 0));
    if (smiles.putIfAbsent(expiry, smile) != null) {
      throw fields.file().fault(node, "a second smile of this underlying and expiry");
    }
  }

  /** A smile takes its first report as it is: how it would move counts for nothing. */
  private static SmileSettings settings(List<Double> points) {
    return new SmileSettings(points, Double.MIN_VALUE, VOLATILITY_MAX, 1, 1, 1, 1, 1, 1, 0);
  }

  /**
   * The volatility of an option.
   *
   * @param option for a fault.
   * @param logMoneyness ln(strike / forward).
   */
  double volatility(JsonNode option, int ofGroup, double years, double logMoneyness) {
    VolatilitySmile smile = smiles.get(new Expiry(ofGroup, years));
    if (smile == null) {
      throw fields
          .file()
          .fault(option, "no volatilities of its underlying for " + years + " years");
    }
    return smile.volatility(logMoneyness);
  }
}
