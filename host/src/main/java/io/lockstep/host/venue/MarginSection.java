package io.lockstep.host.venue;

import io.lockstep.host.margin.Fees;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.SizeCurve;
import io.lockstep.host.venue.MarginTerms.FeeRow;
import io.lockstep.schema.client.ContractKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what a venue file says of margin: its risk groups, and of each instrument the contract. */
final class MarginSection {
  private static final Map<String, ContractKind> KINDS =
      Map.of(
          "future", ContractKind.FUTURE,
          "perpetual", ContractKind.PERPETUAL,
          "call", ContractKind.CALL,
          "put", ContractKind.PUT,
          "digitalCall", ContractKind.DIGITAL_CALL,
          "digitalPut", ContractKind.DIGITAL_PUT,
          "asset", ContractKind.ASSET);
  private static final List<String> KEYS = List.of("group", "kind", "positionLimit", "closeBand");
  private static final List<String> OPTIONS =
      List.of(
          "expiry",
          "underlying",
          "strike",
          "payout",
          "volatility",
          "haircut",
          "worstFee",
          "shortOptionMinimum",
          "sizeBounds",
          "sizeSlopes",
          "fees");
  private static final List<String> FEE_KEYS = List.of("tier", "maker", "taker", "auction");

  private static final int GROUP_MAX = 0xFFFF;
  private static final int MILLION = 1_000_000;
  private static final int LOTS_MAX = (1 << 28) - 1;
  private static final int RATE_MAX = (1 << 17) - 1;
  private static final int TIER_MAX = 7;
  private static final long U32_MAX = 0xFFFF_FFFFL;

  /** A lane times the position limit stays below this, and so does all else that is counted. */
  private static final long BOUND_MAX = (1L << 49) - 1;

  private final Mistakes mistakes;
  private final RiskGroupSection groupSection;
  private final Map<Integer, MarginContract> contracts = new HashMap<>();
  private final List<FeeRow> feeRows = new ArrayList<>();

  MarginSection(Mistakes mistakes) {
    this.mistakes = mistakes;
    groupSection = new RiskGroupSection(mistakes);
  }

  /** A risk group. */
  RiskGroup group(Node node) {
    return groupSection.group(node);
  }

  /** What an instrument's key {@code margin} says. */
  void instrument(Venue.Instrument of, Node node) {
    Entry entry = new Entry(node, "margin", KEYS, OPTIONS, mistakes);
    ContractKind kind = KINDS.get(entry.word("kind", sorted(KINDS), "future"));
    boolean digital = kind == ContractKind.DIGITAL_CALL || kind == ContractKind.DIGITAL_PUT;
    boolean option = MarginContract.isOption(kind);
    boolean asset = kind == ContractKind.ASSET;
    wants(entry, option || kind == ContractKind.FUTURE, "expiry");
    wants(entry, option, "underlying");
    wants(entry, option, "strike");
    wants(entry, option, "volatility");
    wants(entry, digital, "payout");
    wants(entry, asset, "haircut");
    int positionLimit = (int) entry.integer("positionLimit", 1, LOTS_MAX);
    long slopeMax = Math.min(U32_MAX, BOUND_MAX / positionLimit);
    MarginContract contract =
        new MarginContract(
            of.id(),
            (int) entry.integer("group", 0, GROUP_MAX),
            kind,
            entry.timeNs("expiry"),
            option ? (int) entry.integer("underlying", 0, GROUP_MAX) : 0,
            option ? entry.integer("strike", 1, Long.MAX_VALUE) : 0,
            digital ? entry.integer("payout", 1, Long.MAX_VALUE) : 0,
            option ? (int) entry.integer("volatility", 1, 10 * MILLION) : 0,
            asset ? (int) entry.integer("haircut", 0, MILLION) : 0,
            positionLimit,
            entry.integer("closeBand", 0, U32_MAX),
            entry.integer("worstFee", 0, BOUND_MAX),
            entry.integer("shortOptionMinimum", 0, BOUND_MAX / positionLimit),
            SizeCurve.of(
                entry.integers("sizeBounds", 3, 0, LOTS_MAX),
                entry.integers("sizeSlopes", 4, 0, slopeMax)));
    check(entry, of, contract);
    if (entry.has("fees")) {
      fees(of, contract, entry.value("fees"));
    }
    contracts.put(of.id(), contract);
  }

  private static void wants(Entry entry, boolean wanted, String key) {
    if (entry.has(key) != wanted) {
      entry.mistake(
          key, "this kind of contract " + (wanted ? "lacks key '" : "has no key '") + key + "'");
    }
  }

  private static void check(Entry entry, Venue.Instrument of, MarginContract contract) {
    SizeCurve size = contract.size();
    if (size.bound1() > size.bound2() || size.bound2() > size.bound3()) {
      entry.mistake("sizeBounds", "sizeBounds must rise");
    }
    long largest = BOUND_MAX / contract.positionLimit();
    long value = of.multiplier() * of.maxPrice(); // below 2^63
    if (value > largest || contract.worstFee() > largest - value) {
      entry.mistake(
          "positionLimit",
          "positionLimit times (multiplier * maxPrice + worstFee) must be below 2^49");
    }
  }

  private void fees(Venue.Instrument of, MarginContract contract, Node node) {
    if (!(node instanceof SequenceNode rows)) {
      mistakes.add(node, "fees must be a list");
      return;
    }
    boolean[] seen = new boolean[TIER_MAX + 1];
    for (Node row : rows.getValue()) {
      Entry entry = new Entry(row, "a fee row", FEE_KEYS, mistakes);
      int tier = (int) entry.integer("tier", 0, TIER_MAX);
      if (seen[tier]) {
        entry.mistake("tier", "tier is used above");
      }
      seen[tier] = true;
      FeeRow fees =
          new FeeRow(
              of.id(),
              tier,
              (int) entry.integer("maker", -RATE_MAX, RATE_MAX),
              (int) entry.integer("taker", -RATE_MAX, RATE_MAX),
              (int) entry.integer("auction", -RATE_MAX, RATE_MAX));
      if (largestFee(fees, of) > contract.worstFee()) {
        entry.mistake("tier", "at maxPrice a rate of this tier is above worstFee");
      }
      feeRows.add(fees);
    }
  }

  private static long largestFee(FeeRow row, Venue.Instrument of) {
    int rate = Math.max(0, Math.max(row.maker(), Math.max(row.taker(), row.auction())));
    return Fees.roundedUp(of.maxPrice() * of.multiplier(), rate);
  }

  /** All that was read, checked as a whole. */
  MarginTerms terms(List<RiskGroup> groups, List<Venue.Instrument> instruments, Node venue) {
    for (Venue.Instrument instrument : instruments) {
      if (groups.isEmpty() == contracts.containsKey(instrument.id())) {
        mistakes.add(
            venue,
            "instrument "
                + instrument.id()
                + (groups.isEmpty() ? " has margin, without riskGroups" : " lacks margin"));
      }
    }
    for (MarginContract contract : contracts.values()) {
      check(groups, contract, venue);
    }
    List<MarginContract> all = new ArrayList<>(contracts.values());
    all.sort(Comparator.comparingInt(MarginContract::instrument));
    feeRows.sort(Comparator.comparingInt(FeeRow::instrument).thenComparingInt(FeeRow::tier));
    return new MarginTerms(groups, groupSection.rules(contracts, venue), all, feeRows);
  }

  private void check(List<RiskGroup> groups, MarginContract contract, Node venue) {
    String name = "instrument " + contract.instrument() + ": ";
    if (groups.stream().noneMatch(group -> group.id() == contract.group())) {
      mistakes.add(venue, name + "group " + contract.group() + " is not a risk group");
    }
    MarginContract underlying = contracts.get(contract.underlying());
    boolean linear =
        underlying != null
            && underlying.group() == contract.group()
            && (underlying.kind() == ContractKind.FUTURE
                || underlying.kind() == ContractKind.PERPETUAL);
    if (contract.strike() != 0 && !linear) {
      mistakes.add(venue, name + "underlying must be a future or perpetual of its group");
    }
  }

  static List<String> sorted(Map<String, ?> words) {
    return words.keySet().stream().sorted().toList();
  }
}
