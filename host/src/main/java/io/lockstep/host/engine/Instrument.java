package io.lockstep.host.engine;

import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.RejectReason;

/**
 * What stage A checks an order against. Changed by log messages, once the card took the change.
 *
 * @param id as clients and the card name it.
 * @param tickSize price units a tick.
 * @param referenceTicks the mark before the first one.
 * @param windowBase lowest price of the book, ticks.
 * @param levels ticks that the book has.
 * @param bandLow no trade below, ticks.
 * @param bandHigh no trade above, ticks.
 * @param maxPriceTicks largest absolute price.
 * @param maxQuantityLots largest order.
 * @param collarTicks how far from the mark a market order may trade.
 */
record Instrument(
    int id,
    long tickSize,
    long referenceTicks,
    int windowBase,
    int levels,
    int bandLow,
    int bandHigh,
    long maxPriceTicks,
    long maxQuantityLots,
    long collarTicks) {
  private static final long NO_PRICE = NewOrderDecoder.priceNullValue();

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

  /** The first fault of a market order's price, or {@link RejectReason#NONE}: it has none. */
  RejectReason marketPriceFault(long price) {
    if (price == NO_PRICE) {
      return RejectReason.NONE;
    }
    boolean offTick = price % tickSize != 0;
    return offTick ? RejectReason.PRICE_OFF_TICK : RejectReason.PRICE_NOT_ALLOWED;
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

  /** The limit of a market order: the mark moved by the collar, cut at the band. */
  int marketLimitTicks(boolean buy) {
    long limit = buy ? referenceTicks + collarTicks : referenceTicks - collarTicks;
    return (int) Math.max(bandLow, Math.min(bandHigh, limit));
  }

  /**
   * True for a resting order's price on the far side of the book, where it has no level and waits
   * outside the book until the window comes.
   */
  boolean isBehindWindow(int priceTicks, boolean buy) {
    return buy ? priceTicks < windowBase : priceTicks >= (long) windowBase + levels;
  }
}
