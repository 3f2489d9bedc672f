package io.lockstep.host.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** The numbers of a file that keeps to the schema. */
record Fields(JsonFile file) {
  private static final int DIGITS_MAX = 30;
  private static final BigDecimal MONEY_MAX = BigDecimal.valueOf(1L << 60);

  /** The elements of a list that may be missing. */
  Iterable<JsonNode> list(JsonNode node, String name) {
    return node.path(name);
  }

  /** A number that may be missing. */
  double number(JsonNode node, String name, double missing) {
    JsonNode number = node.get(name);
    return number == null ? missing : decimal(number).doubleValue();
  }

  /** An exact number that may be missing: 0. */
  BigDecimal decimal(JsonNode node, String name) {
    JsonNode number = node.get(name);
    return number == null ? BigDecimal.ZERO : decimal(number);
  }

  /** Money in scaled minor units. */
  long money(JsonNode number, Currency currency, RoundingMode rounding) {
    BigDecimal scaled = currency.scaled(decimal(number)).setScale(0, rounding);
    if (scaled.abs().compareTo(MONEY_MAX) > 0) {
      throw file.fault(number, "more money than the card counts");
    }
    return scaled.longValueExact();
  }

  /** A number, exact. */
  BigDecimal decimal(JsonNode number) {
    BigDecimal exact = number.decimalValue();
    if (exact.scale() > DIGITS_MAX) {
      throw file.fault(number, "more than " + DIGITS_MAX + " decimals");
    }
    return exact;
  }
}
