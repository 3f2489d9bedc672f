package io.lockstep.host.engine;

import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.Phase;
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
 * @param phase that it is in.
 * @param collects its orders are parked for an auction: in a call, and in a halt of one.
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
    long collarTicks,
    Phase phase,
    boolean collects) {
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

  /** The first fault of two prices that are no limits, or {@link RejectReason#NONE}. */
  RejectReason priceFault(long one, long other) {
    if (isOffTick(one) || isOffTick(other)) {
      return RejectReason.PRICE_OFF_TICK;
    }
    boolean missing = one == NO_PRICE || other == NO_PRICE;
    return missing ? RejectReason.PRICE_MISSING : RejectReason.NONE;
  }

  private boolean isOffTick(long price) {
    return price != NO_PRICE && price % tickSize != 0;
  }

  /** True for a price that has a level. */
  boolean windowHolds(long ticks) {
    return ticks >= windowBase && ticks < (long) windowBase + levels;
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

  /** What the phase has against a new order or a replace, or {@link RejectReason#NONE}. */
  RejectReason phaseFault() {
    return switch (phase) {
      case HALTED -> RejectReason.INSTRUMENT_HALTED;
      case CLOSED -> RejectReason.INSTRUMENT_CLOSED;
      default -> RejectReason.NONE;
    };
  }

  /**
   * What the phase has against a new order, or {@link RejectReason#NONE}: a call takes only limits
   * that stay.
   */
  RejectReason phaseFault(int orderType, int timeInForce) {
    if (phase != Phase.CALL) {
      return phaseFault();
    }
    if (orderType == OrderCodes.MARKET) {
      return RejectReason.MARKET_IN_CALL;
    }
    if (timeInForce == OrderCodes.IOC) {
      return RejectReason.IOC_IN_CALL;
    }
    return timeInForce == OrderCodes.FOK ? RejectReason.FOK_IN_CALL : RejectReason.NONE;
  }

  /** True for an order's price outside the band on the near side of the book: it must not rest. */
  boolean isBeyondBand(int priceTicks, boolean buy) {
    return buy ? priceTicks > bandHigh : priceTicks < bandLow;
  }

  Instrument inPhase(Phase next, boolean nowCollects) {
    return new Instrument(
        id,
        tickSize,
        referenceTicks,
        windowBase,
        levels,
        bandLow,
        bandHigh,
        maxPriceTicks,
        maxQuantityLots,
        collarTicks,
        next,
        nowCollects);
  }

  Instrument withBand(int low, int high) {
    return new Instrument(
        id,
        tickSize,
        referenceTicks,
        windowBase,
        levels,
        low,
        high,
        maxPriceTicks,
        maxQuantityLots,
        collarTicks,
        phase,
        collects);
  }

  Instrument withWindow(int base) {
    return new Instrument(
        id,
        tickSize,
        referenceTicks,
        base,
        levels,
        bandLow,
        bandHigh,
        maxPriceTicks,
        maxQuantityLots,
        collarTicks,
        phase,
        collects);
  }
}
