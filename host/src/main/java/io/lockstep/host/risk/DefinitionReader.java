package io.lockstep.host.risk;

import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.ContractType;
import io.lockstep.host.pricing.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Reads what instruments and assets are. */
final class DefinitionReader {
  private static final BigDecimal MULTIPLIER_MAX = BigDecimal.valueOf(0xFFFF_FFFFL);
  private static final long SLOPE_MAX = 0xFFFF_FFFFL;
  private static final BigDecimal RATE_UNIT = BigDecimal.valueOf(1L << 24);
  private static final int SIZE_STEPS = 4;

  private final Fields fields;
  private final Currency currency;
  private final List<Underlying> underlyings;
  private final Smiles smiles;

  DefinitionReader(Fields fields, Currency currency, List<Underlying> underlyings, Smiles smiles) {
    this.fields = fields;
    this.currency = currency;
    this.underlyings = underlyings;
    this.smiles = smiles;
  }

  /** A contract. */
  Definition instrument(JsonNode node, int group) {
    ContractType type =
        ContractType.valueOf(
            node.get("type").stringValue().replace('-', '_').toUpperCase(Locale.ROOT));
    requireJust(node, "strike", type.isOption(), type);
    requireJust(node, "payout", type.isDigital(), type);
    requireJust(node, "years", type.isDated(), type);
    Contract contract =
        new Contract(type, fields.number(node, "strike", 0), fields.number(node, "payout", 0));
    Market market = market(group).years(fields.number(node, "years", 0));
    if (type.isOption()) {
      double forward = market.underlying() * market.carry();
      double moneyness = StrictMath.log(contract.strike() / forward);
      market.volatility(smiles.volatility(node, group, market.years(), moneyness));
    }
    Definition definition = define(node, group, contract, market, OptionalDouble.empty());
    JsonNode mark = node.get("mark");
    if (mark != null) {
      definition.mark = OptionalInt.of(definition.ticks(fields, mark));
    }
    JsonNode closeBand = node.get("closeBand");
    definition.closeBand = closeBand == null ? 0 : definition.ticks(fields, closeBand);
    definition.charges = charges(node);
    return definition;
  }

  /** Collateral: worth its underlying's spot price. */
  Definition asset(JsonNode node, int group) {
    OptionalDouble haircut = OptionalDouble.of(fields.number(node, "haircut", 0));
    Definition definition = define(node, group, Contract.perpetual(), market(group), haircut);
    definition.hold(node.get("lots").intValue());
    return definition;
  }

  private void requireJust(JsonNode node, String name, boolean wanted, ContractType type) {
    if (node.has(name) != wanted) {
      String word = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
      throw fields.file().fault(node, "a " + word + (wanted ? " needs " : " has no ") + name);
    }
  }

  private Market market(int group) {
    Underlying underlying = underlyings.get(group);
    return new Market().spot(underlying.spot(), underlying.rate(), underlying.dividend());
  }

  private Definition define(
      JsonNode node, int group, Contract contract, Market market, OptionalDouble haircut) {
    BigDecimal tick = fields.decimal(node.get("tick"));
    BigDecimal money = currency.scaled(tick.multiply(fields.decimal(node.get("lotSize"))));
    BigDecimal whole = money.setScale(0, RoundingMode.FLOOR);
    if (whole.compareTo(money) != 0 || whole.signum() == 0 || whole.compareTo(MULTIPLIER_MAX) > 0) {
      throw fields
          .file()
          .fault(
              node.get("lotSize"),
              "a tick of a lot is "
                  + money.stripTrailingZeros().toPlainString()
                  + " scaled minor units: not a whole number from 1 to "
                  + MULTIPLIER_MAX);
    }
    return new Definition(node, group, contract, market, tick, whole.longValueExact(), haircut);
  }

  private Charges charges(JsonNode node) {
    int[] bounds = new int[SIZE_STEPS - 1];
    long[] slopes = new long[SIZE_STEPS];
    JsonNode steps = node.path("sizeAddOn");
    for (int step = 0; step < steps.size(); step++) {
      JsonNode size = steps.get(step);
      boolean isLast = step == steps.size() - 1;
      if (size.has("upTo") == isLast) {
        throw fields.file().fault(size, isLast ? "the last step has no upTo" : "upTo is missing");
      }
      Arrays.fill(slopes, step, SIZE_STEPS, slope(size.get("perLot")));
      if (!isLast) {
        Arrays.fill(bounds, step, bounds.length, size.get("upTo").intValue());
      }
    }
    JsonNode fees = node.path("fees");
    return new Charges(
        rate(fees, "maker"),
        rate(fees, "taker"),
        rate(fees, "auction"),
        node.has("shortOptionMinimum")
            ? fields.money(node.get("shortOptionMinimum"), currency, RoundingMode.CEILING)
            : 0,
        bounds,
        slopes);
  }

  private long slope(JsonNode perLot) {
    long slope = fields.money(perLot, currency, RoundingMode.CEILING);
    if (slope > SLOPE_MAX) {
      throw fields.file().fault(perLot, "more than the card counts a lot");
    }
    return slope;
  }

  private int rate(JsonNode fees, String name) {
    return fields
        .decimal(fees, name)
        .multiply(RATE_UNIT)
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }
}
