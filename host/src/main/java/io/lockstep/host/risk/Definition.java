package io.lockstep.host.risk;

import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.Market;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** An instrument or asset while a file is read: what it is, and what is held of it so far. */
final class Definition {
  /** Most lots of a position with its orders. */
  static final long LOTS_MAX = (1L << 28) - 1;

  final JsonNode source;
  final String name;
  final int group;
  final Contract contract;
  final Market market;
  final BigDecimal tick;
  final long multiplier;
  final OptionalDouble haircut;
  int number;
  OptionalInt mark = OptionalInt.empty();
  OptionalInt entry = OptionalInt.empty();
  long closeBand;
  Charges charges = Charges.NONE;
  int position;
  boolean hasPosition;
  long openLots;
  int maxPrice = 1;

  /**
   * @param haircut of an asset.
   */
  Definition(
      JsonNode source,
      int group,
      Contract contract,
      Market market,
      BigDecimal tick,
      long multiplier,
      OptionalDouble haircut) {
    this.source = source;
    this.name = source.get("name").stringValue();
    this.group = group;
    this.contract = contract;
    this.market = market;
    this.tick = tick;
    this.multiplier = multiplier;
    this.haircut = haircut;
  }

  boolean isAsset() {
    return haircut.isPresent();
  }

  /** The account holds so many lots. */
  void hold(int lots) {
    position = lots;
    hasPosition = true;
  }

  /** A price occurs. */
  void sawPrice(int ticks) {
    maxPrice = Math.max(maxPrice, Math.abs(ticks));
  }

  /** Most lots that the position may come to. */
  long lotsMax() {
    return Math.max(1, Math.abs((long) position) + openLots);
  }

  /** A price of the file in ticks. */
  int ticks(Fields fields, JsonNode price) {
    BigDecimal ticks;
    try {
      ticks = fields.decimal(price).divide(tick).stripTrailingZeros();
    } catch (ArithmeticException infinite) {
      throw noTicks(fields, price);
    }
    boolean fits = ticks.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    if (ticks.scale() > 0 || !fits) {
      throw noTicks(fields, price);
    }
    return ticks.intValueExact();
  }

  private RuntimeException noTicks(Fields fields, JsonNode price) {
    return fields
        .file()
        .fault(
            price,
            price.decimalValue().toPlainString()
                + " is not a whole number of ticks of "
                + tick.toPlainString()
                + ", of at most 31 bits");
  }
}
