package io.lockstep.host.demo;

/**
 * What a participant sends next.
 *
 * @param participant index, from 0.
 * @param instrument index, from 0.
 * @param priceTicks limit; of a kind without one 0.
 * @param quantity lots; of a replace the new total; of a cancel 0.
 * @param order id of the order to replace or cancel; else 0.
 */
record DemoRequest(
    int participant,
    int instrument,
    Kind kind,
    boolean buy,
    int priceTicks,
    long quantity,
    long order) {
  /** Kinds of requests. */
  enum Kind {
    LIMIT,
    POST_ONLY,
    IMMEDIATE,
    FILL_OR_KILL,
    REDUCE_ONLY,
    MARKET,
    REPLACE,
    CANCEL,
    /** Of all that the participant has. */
    MASS_CANCEL
  }

  /** A new order. */
  static DemoRequest order(
      int participant, int instrument, Kind kind, boolean buy, int priceTicks, long quantity) {
    return new DemoRequest(participant, instrument, kind, buy, priceTicks, quantity, 0);
  }

  /** A new price for an order, whose total stays. */
  static DemoRequest replace(OpenOrder order, int priceTicks) {
    return new DemoRequest(
        order.participant(),
        order.instrument(),
        Kind.REPLACE,
        order.buy(),
        priceTicks,
        order.totalLots(),
        order.orderId());
  }

  static DemoRequest cancel(OpenOrder order) {
    return new DemoRequest(
        order.participant(), order.instrument(), Kind.CANCEL, order.buy(), 0, 0, order.orderId());
  }

  static DemoRequest massCancel(int participant, int instrument) {
    return new DemoRequest(participant, instrument, Kind.MASS_CANCEL, false, 0, 0, 0);
  }

  /** True if it enters an order. */
  boolean isNew() {
    return kind.ordinal() <= Kind.MARKET.ordinal();
  }

  /** The same order for one lot more. */
  DemoRequest withOneLotMore() {
    return new DemoRequest(participant, instrument, kind, buy, priceTicks, quantity + 1, order);
  }
}
