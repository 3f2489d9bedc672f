package io.lockstep.host.engine;

/**
 * What stage A checks an order against. Written by {@code InstrumentDefined} once the card took it.
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

  boolean windowHolds(long ticks) {
    return ticks >= windowBase && ticks < (long) windowBase + levels;
  }

  /** The limit of a market order: the mark moved by the collar, cut at the band. */
  int marketLimitTicks(boolean buy) {
    long limit = buy ? referenceTicks + collarTicks : referenceTicks - collarTicks;
    return (int) Math.max(bandLow, Math.min(bandHigh, limit));
  }
}
