package io.lockstep.host.engine;

import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.snapshot.InstrumentStateDecoder;
import io.lockstep.schema.snapshot.InstrumentStateEncoder;

/**
 * What an instrument's definition fixed, and what can be told of a price or a quantity by it alone.
 *
 * @param id as clients and the card name it.
 * @param tickSize price units a tick.
 * @param referenceTicks the mark before the first one.
 * @param maxPriceTicks largest absolute price.
 * @param maxQuantityLots largest order.
 * @param collarTicks how far from the mark a market order may trade.
 * @param multiplier scaled minor units a tick and lot.
 * @param haltNs how long the breaker halts it; with 0 for both, there is none.
 * @param callNs how long the call after such a halt collects orders.
 */
record InstrumentTerms(
    int id,
    long tickSize,
    long referenceTicks,
    long maxPriceTicks,
    long maxQuantityLots,
    long collarTicks,
    long multiplier,
    long haltNs,
    long callNs) {
  private static final long NO_PRICE = NewOrderDecoder.priceNullValue();

  /** True when trades at the edge of the band halt it. */
  boolean hasBreaker() {
    return haltNs != 0 || callNs != 0;
  }

  /** The first fault of a limit, or {@link RejectReason#NONE}. */
  RejectReason limitFault(long price) {
    if (price == NO_PRICE) {
      return RejectReason.PRICE_MISSING;
    }
    if (price % tickSize != 0) {
      return RejectReason.PRICE_OFF_TICK;
    }
    boolean tooLarge = Math.abs(price / tickSize) > maxPriceTicks;
    return tooLarge ? RejectReason.PRICE_TOO_LARGE : RejectReason.NONE;
  }

  /** The first fault of two prices that are no limits, or {@link RejectReason#NONE}. */
  RejectReason priceFault(long one, long other) {
    if (isOffTick(one) || isOffTick(other)) {
      return RejectReason.PRICE_OFF_TICK;
    }
    boolean missing = one == NO_PRICE || other == NO_PRICE;
    return missing ? RejectReason.PRICE_MISSING : RejectReason.NONE;
  }

  /** The first fault of a market order's price, or {@link RejectReason#NONE}: it has none. */
  RejectReason marketPriceFault(long price) {
    if (price == NO_PRICE) {
      return RejectReason.NONE;
    }
    return isOffTick(price) ? RejectReason.PRICE_OFF_TICK : RejectReason.PRICE_NOT_ALLOWED;
  }

  /** The first fault of an order's quantity, or {@link RejectReason#NONE}. */
  RejectReason quantityFault(long lots) {
    if (lots == 0) {
      return RejectReason.QUANTITY_MISSING;
    }
    boolean tooLarge = Long.compareUnsigned(lots, maxQuantityLots) > 0;
    return tooLarge ? RejectReason.QUANTITY_BEYOND_LIMIT : RejectReason.NONE;
  }

  /** A price without fault in ticks. */
  int ticks(long price) {
    return (int) (price / tickSize);
  }

  private boolean isOffTick(long price) {
    return price != NO_PRICE && price % tickSize != 0;
  }

  // ------------------------------------------------------------------ snapshot

  void write(InstrumentStateEncoder record) {
    record
        .instrument(id)
        .tickSize(tickSize)
        .referenceTicks(referenceTicks)
        .maxPriceTicks(maxPriceTicks)
        .maxQuantityLots(maxQuantityLots)
        .collarTicks(collarTicks)
        .multiplier(multiplier)
        .haltNs(haltNs)
        .callNs(callNs);
  }

  static InstrumentTerms read(InstrumentStateDecoder record) {
    return new InstrumentTerms(
        record.instrument(),
        record.tickSize(),
        record.referenceTicks(),
        record.maxPriceTicks(),
        record.maxQuantityLots(),
        record.collarTicks(),
        record.multiplier(),
        orNone(record.haltNs()),
        orNone(record.callNs()));
  }

  /** Snapshots of version 0 know no breakers. */
  private static long orNone(long durationNs) {
    return durationNs == InstrumentStateDecoder.haltNsNullValue() ? 0 : durationNs;
  }
}
