package io.lockstep.host.risk;

import io.lockstep.host.csv.LineException;
import io.lockstep.host.scenarios.ContingencyRates;
import io.lockstep.host.scenarios.ScenarioSet;
import io.lockstep.schema.card.Side;
import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Reads a portfolio from a file that keeps to the schema; finds what contradicts itself. */
final class PortfolioReader {
  private static final int FACTOR_ONE = 256;

  private final JsonFile file;
  private final Fields fields;
  private final JsonNode root;
  private final List<Underlying> underlyings = new ArrayList<>();
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final List<OpenOrder> orders = new ArrayList<>();

  PortfolioReader(JsonFile file) {
    this.file = file;
    fields = new Fields(file);
    root = file.root();
  }

  /** Reads all. */
  Portfolio read() {
    Currency currency = currency(root.get("currency"));
    ScenarioSet scenarios = scenarios(root.get("scenarios"));
    root.get("underlyings").forEach(this::underlying);
    Smiles smiles = new Smiles(fields, this::group);
    fields.list(root, "volatilities").forEach(smiles::add);
    DefinitionReader reader = new DefinitionReader(fields, currency, underlyings, smiles);
    for (JsonNode node : fields.list(root, "instruments")) {
      add(node, reader.instrument(node, group(node.get("underlying"))));
    }
    for (JsonNode node : fields.list(root, "assets")) {
      add(node, reader.asset(node, group(node.get("underlying"))));
    }
    fields.list(root, "positions").forEach(this::position);
    fields.list(root, "orders").forEach(this::order);
    Valuer valuer = new Valuer(file, scenarios, underlyings);
    List<Instrument> instruments = definitions.values().stream().map(valuer::value).toList();
    long cash = fields.money(root.get("cash"), currency, RoundingMode.FLOOR);
    return new Portfolio(file, currency, cash, scenarios, underlyings, instruments, orders);
  }

  private Currency currency(JsonNode node) {
    return new Currency(
        node.get("name").stringValue(),
        node.get("decimals").intValue(),
        node.path("scaleBits").intValue(0));
  }

  private ScenarioSet scenarios(JsonNode node) {
    String name = node.stringValue();
    if (ScenarioSet.NAMES.contains(name)) {
      return ScenarioSet.named(name);
    }
    Path path = file.path().resolveSibling(name);
    if (!Files.isRegularFile(path)) {
      throw file.fault(
          node,
          "no scenario set '"
              + name
              + "': there are "
              + String.join(", ", ScenarioSet.NAMES)
              + ", and no file of this name");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return ScenarioSet.read(name, in);
    } catch (LineException wrong) {
      throw file.fault(node, name + ": " + wrong.getMessage());
    } catch (IOException unreadable) {
      throw file.fault(node, "cannot read " + path);
    }
  }

  private void underlying(JsonNode node) {
    JsonNode contingencies = node.path("contingencies");
    Underlying underlying =
        new Underlying(
            node.get("name").stringValue(),
            fields.number(node, "spot", 0),
            fields.number(node, "rate", 0),
            fields.number(node, "dividend", 0),
            fields.number(node, "scanRange", 0),
            node.path("initialFactor").intValue(FACTOR_ONE),
            node.path("maintenanceFactor").intValue(FACTOR_ONE),
            new ContingencyRates(
                fields.number(contingencies, "basis", 0),
                fields.number(contingencies, "calendar", 0),
                fields.number(contingencies, "tilt", 0)));
    if (underlying.maintenanceFactor() > underlying.initialFactor()) {
      throw file.fault(node, "maintenanceFactor is above initialFactor");
    }
    if (groups.putIfAbsent(underlying.name(), underlyings.size()) != null) {
      throw file.fault(node.get("name"), "a second underlying '" + underlying.name() + "'");
    }
    underlyings.add(underlying);
  }

  private int group(JsonNode name) {
    Integer group = groups.get(name.stringValue());
    if (group == null) {
      throw file.fault(name, "no underlying '" + name.stringValue() + "'");
    }
    return group;
  }

  private void add(JsonNode node, Definition definition) {
    if (definitions.putIfAbsent(definition.name, definition) != null) {
      throw file.fault(node.get("name"), "a second instrument '" + definition.name + "'");
    }
    definition.number = definitions.size() - 1;
  }

  private Definition definition(JsonNode name) {
    Definition definition = definitions.get(name.stringValue());
    if (definition == null || definition.isAsset()) {
      throw file.fault(name, "no instrument '" + name.stringValue() + "'");
    }
    return definition;
  }

  private void position(JsonNode node) {
    Definition definition = definition(node.get("instrument"));
    if (definition.hasPosition) {
      throw file.fault(node, "a second position in '" + definition.name + "'");
    }
    JsonNode price = node.get("price");
    definition.hold(node.get("lots").intValue());
    if (price != null) {
      int ticks = definition.ticks(fields, price);
      definition.entry = OptionalInt.of(ticks);
      definition.sawPrice(ticks);
    }
    requireLots(definition, node);
  }

  private void order(JsonNode node) {
    Definition definition = definition(node.get("instrument"));
    int price = definition.ticks(fields, node.get("price"));
    int lots = node.get("lots").intValue();
    definition.sawPrice(price);
    definition.openLots += lots;
    requireLots(definition, node);
    Side side = node.get("side").stringValue().equals("buy") ? Side.BUY : Side.SELL;
    orders.add(new OpenOrder(node, definition.number, side, price, lots));
  }

  private void requireLots(Definition definition, JsonNode node) {
    if (definition.lotsMax() > Definition.LOTS_MAX) {
      throw file.fault(
          node, "position and orders in '" + definition.name + "' pass " + Definition.LOTS_MAX);
    }
  }
}
