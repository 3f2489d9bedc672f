package io.lockstep.host.venue;

import io.lockstep.host.margin.ContingencyRule;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.ScanRangeRule;
import io.lockstep.host.margin.SurfaceRule;
import io.lockstep.host.venue.MarginTerms.GroupRules;
import io.lockstep.schema.client.ScenarioSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the risk groups of a venue file, and what each follows that not all do. */
final class RiskGroupSection {
  private static final List<String> KEYS =
      List.of("id", "name", "scenarios", "scanRange", "initialFactor", "maintenanceFactor");
  private static final List<String> OPTIONS = List.of("realised", "surface", "contingencies");
  private static final List<String> REALISED_KEYS =
      List.of(
          "underlying",
          "sample",
          "memoryDays",
          "floorMemoryDays",
          "horizonDays",
          "startVolatility",
          "deviations",
          "rangeMax",
          "stepUp",
          "stepDown");
  private static final List<String> SURFACE_KEYS =
      List.of(
          "logMoneyness",
          "volatilityMin",
          "volatilityMax",
          "stepMax",
          "step",
          "stale",
          "widen",
          "widenStep",
          "widenMax");
  private static final List<String> CONTINGENCY_KEYS = List.of("basis", "calendar", "tilt");
  private static final Map<String, ScenarioSet> SCENARIOS =
      Map.of(
          "span16", ScenarioSet.SPAN_16,
          "grid31", ScenarioSet.GRID_31,
          "tims10", ScenarioSet.TIMS_10);

  private static final int GROUP_MAX = 0xFFFF;
  private static final int MILLION = 1_000_000;
  private static final int FACTOR_MAX = 512;
  private static final int DAYS_MAX = 10_000;
  private static final int HOURS_A_DAY = 24;
  private static final int VOLATILITY_MAX = 10 * MILLION;
  private static final int MONEYNESS_MAX = 10 * MILLION;

  private final Mistakes mistakes;
  private final List<ScanRangeRule> scanRanges = new ArrayList<>();
  private final List<SurfaceRule> surfaces = new ArrayList<>();
  private final List<ContingencyRule> contingencies = new ArrayList<>();

  RiskGroupSection(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** A risk group; what it follows is kept. */
  RiskGroup group(Node node) {
    Entry entry = new Entry(node, "a risk group", KEYS, OPTIONS, mistakes);
    entry.text("name", "\\S.*", "a text"); // for people
    RiskGroup group =
        new RiskGroup(
            (int) entry.integer("id", 0, GROUP_MAX),
            SCENARIOS.get(entry.word("scenarios", MarginSection.sorted(SCENARIOS), "span16")),
            (int) entry.integer("scanRange", 1, MILLION),
            (int) entry.integer("initialFactor", 1, FACTOR_MAX),
            (int) entry.integer("maintenanceFactor", 1, FACTOR_MAX));
    if (group.maintenanceFactor() > group.initialFactor()) {
      entry.mistake("maintenanceFactor", "maintenanceFactor must not be above initialFactor");
    }
    if (entry.has("realised")) {
      realised(group, entry.value("realised"));
    }
    if (entry.has("surface")) {
      surface(group.id(), entry.value("surface"));
    }
    if (entry.has("contingencies")) {
      contingencies(group.id(), entry.value("contingencies"));
    }
    return group;
  }

  private void realised(RiskGroup group, Node node) {
    Entry entry = new Entry(node, "realised", REALISED_KEYS, mistakes);
    long memoryDays = entry.integer("memoryDays", 1, DAYS_MAX);
    scanRanges.add(
        new ScanRangeRule(
            group.id(),
            (int) entry.integer("underlying", 0, GROUP_MAX),
            positive(entry, "sample"),
            memoryDays * HOURS_A_DAY,
            entry.integer("floorMemoryDays", memoryDays, DAYS_MAX) * HOURS_A_DAY,
            entry.integer("horizonDays", 1, DAYS_MAX) * HOURS_A_DAY,
            entry.integer("startVolatility", 1, VOLATILITY_MAX),
            entry.integer("deviations", 1, 100 * MILLION),
            group.scanRange(),
            entry.integer("rangeMax", group.scanRange(), MILLION),
            entry.integer("stepUp", 1, MILLION),
            entry.integer("stepDown", 1, MILLION - 1)));
  }

  private static long positive(Entry entry, String key) {
    long ns = entry.durationNs(key);
    if (entry.has(key) && ns == 0) {
      entry.mistake(key, key + " must be more than 0");
    }
    return ns;
  }

  private void surface(int group, Node node) {
    Entry entry = new Entry(node, "surface", SURFACE_KEYS, mistakes);
    long volatilityMin = entry.integer("volatilityMin", 1, VOLATILITY_MAX);
    long widenStep = entry.integer("widenStep", 1, VOLATILITY_MAX);
    surfaces.add(
        new SurfaceRule(
            group,
            points(entry),
            volatilityMin,
            entry.integer("volatilityMax", volatilityMin, VOLATILITY_MAX),
            entry.integer("stepMax", 1, MILLION),
            positive(entry, "step"),
            positive(entry, "stale"),
            positive(entry, "widen"),
            widenStep,
            entry.integer("widenMax", widenStep, VOLATILITY_MAX)));
  }

  private static List<Integer> points(Entry entry) {
    List<Integer> points = new ArrayList<>();
    if (!entry.has("logMoneyness")) {
      return points;
    }
    int count =
        entry.value("logMoneyness") instanceof SequenceNode list ? list.getValue().size() : 0;
    if (count < 1 || count > SurfaceRule.POINTS_MAX) {
      entry.mistake("logMoneyness", "logMoneyness must be a list of 1 to 8 integers");
      return points;
    }
    for (long point : entry.integers("logMoneyness", count, -MONEYNESS_MAX, MONEYNESS_MAX)) {
      if (!points.isEmpty() && point <= points.get(points.size() - 1)) {
        entry.mistake("logMoneyness", "logMoneyness must rise");
      }
      points.add((int) point);
    }
    return points;
  }

  private void contingencies(int group, Node node) {
    Entry entry = new Entry(node, "contingencies", CONTINGENCY_KEYS, mistakes);
    contingencies.add(
        new ContingencyRule(
            group,
            entry.integer("basis", 0, MILLION),
            entry.integer("calendar", 0, VOLATILITY_MAX),
            entry.integer("tilt", 0, VOLATILITY_MAX)));
  }

  /** What groups follow, checked against their contracts. */
  GroupRules rules(Map<Integer, MarginContract> contracts, Node venue) {
    for (ScanRangeRule rule : scanRanges) {
      MarginContract underlying = contracts.get(rule.underlying());
      if (underlying == null || underlying.isOption()) {
        mistakes.add(
            venue, "risk group " + rule.group() + ": underlying must be an instrument with marks");
      }
    }
    return new GroupRules(scanRanges, surfaces, contingencies);
  }
}
