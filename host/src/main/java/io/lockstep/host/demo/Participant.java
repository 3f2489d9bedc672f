package io.lockstep.host.demo;

/** One who trades in the demo: a style, and the orders that rest for it. */
final class Participant {
  private final int index;
  private final Style style;
  private final int halfSpreadTicks;
  private final OwnOrders orders;

  /**
   * @param index from 0.
   * @param halfSpreadTicks how near to the fair price a market maker quotes.
   * @param instruments of the market.
   */
  Participant(int index, Style style, int halfSpreadTicks, int instruments) {
    this.index = index;
    this.style = style;
    this.halfSpreadTicks = halfSpreadTicks;
    this.orders = new OwnOrders(instruments);
  }

  int index() {
    return index;
  }

  Style style() {
    return style;
  }

  int halfSpreadTicks() {
    return halfSpreadTicks;
  }

  OwnOrders orders() {
    return orders;
  }
}
