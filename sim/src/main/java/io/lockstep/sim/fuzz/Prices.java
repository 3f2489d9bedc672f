package io.lockstep.sim.fuzz;

/** Prices of orders, chosen so that something happens: near the middle, the best price, an edge. */
final class Prices {
  private static final int EDGE_ONE_IN = 25;

  private final Dice dice;
  private final Knowledge knowledge;

  Prices(Dice dice, Knowledge knowledge) {
    this.dice = dice;
    this.knowledge = knowledge;
  }

  /** Limit of a new order. */
  int ofOrder(int instrument, boolean sells, OrderKind kind, Phase phase) {
    if (kind == OrderKind.PARKED) {
      return ofParked(instrument, phase);
    }
    if (dice.oneIn(EDGE_ONE_IN)) {
      return atAnEdge(instrument, sells);
    }
    int opposite = knowledge.instruments.best(instrument, !sells);
    if (kind == OrderKind.POST_ONLY && opposite != KnownInstruments.NO_PRICE && !dice.oneIn(3)) {
      // The last price that rests, and the first that does not.
      int direction = sells ? 1 : -1;
      return knowledge.instruments.inWindow(
          instrument, opposite + (dice.oneIn(2) ? direction : 0L));
    }
    return nearMiddle(instrument, sells, phase);
  }

  /** New limit of the order in a slot, to be parked or not. */
  int ofReplace(int slot, boolean parked, Phase phase) {
    int instrument = knowledge.orders.instrument(slot);
    boolean sells = knowledge.orders.sells(slot);
    if (parked) {
      return ofParked(instrument, phase);
    }
    if (dice.oneIn(EDGE_ONE_IN)) {
      return atAnEdge(instrument, sells);
    }
    if (dice.oneIn(4)) {
      long moved = knowledge.orders.price(slot) + dice.between(-2, 2);
      return knowledge.instruments.inWindow(instrument, moved);
    }
    return nearMiddle(instrument, sells, phase);
  }

  /** A price for an order outside the book: on both sides of the middle, at times anywhere. */
  private int ofParked(int instrument, Phase phase) {
    int levels = knowledge.instruments.levels;
    long reach = dice.oneIn(6) ? levels : phase.widthTicks;
    long price = knowledge.instruments.middle(instrument) + dice.between(-reach, reach);
    return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, price));
  }

  /** Away from the middle for orders that rest; a share of the others reaches across it. */
  private int nearMiddle(int instrument, boolean sells, Phase phase) {
    int width = phase.widthTicks;
    long across = phase.keepsApart ? -1 : width / 2;
    long offset = dice.between(-width, across);
    long middle = knowledge.instruments.middle(instrument);
    return knowledge.instruments.inWindow(instrument, middle + (sells ? -offset : offset));
  }

  private int atAnEdge(int instrument, boolean sells) {
    KnownInstruments instruments = knowledge.instruments;
    int bandEnd = sells ? instruments.low(instrument) : instruments.high(instrument);
    int windowEnd = sells ? instruments.base(instrument) : instruments.top(instrument);
    int otherEnd = sells ? instruments.top(instrument) : instruments.base(instrument);
    return switch (dice.below(4)) {
      case 0 -> instruments.inWindow(instrument, bandEnd + (sells ? -1L : 1L));
      case 1 -> windowEnd;
      case 2 -> otherEnd;
      default -> bandEnd;
    };
  }
}
