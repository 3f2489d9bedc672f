package io.lockstep.host.demo;

/**
 * What a participant sends next: a cancel of one of its orders, or a new order.
 *
 * @param participant index, from 0.
 * @param instrument index, from 0.
 * @param market without a price; else {@code priceTicks} is the limit.
 * @param immediate what is left is cancelled and does not rest.
 * @param cancelled id of the order to cancel; 0 for a new order.
 */
record DemoRequest(
    int participant,
    int instrument,
    boolean buy,
    boolean market,
    boolean immediate,
    int priceTicks,
    int quantity,
    long cancelled) {
  static DemoRequest limit(int participant, int instrument, boolean buy, int price, int quantity) {
    return new DemoRequest(participant, instrument, buy, false, false, price, quantity, 0);
  }

  static DemoRequest immediate(
      int participant, int instrument, boolean buy, int price, int quantity) {
    return new DemoRequest(participant, instrument, buy, false, true, price, quantity, 0);
  }

  static DemoRequest market(int participant, int instrument, boolean buy, int quantity) {
    return new DemoRequest(participant, instrument, buy, true, true, 0, quantity, 0);
  }

  static DemoRequest cancel(int participant, OpenOrder order) {
    return new DemoRequest(
        participant, order.instrument(), order.buy(), false, false, 0, 0, order.orderId());
  }

  boolean isCancel() {
    return cancelled != 0;
  }

  /** The same order for one lot more. */
  DemoRequest withOneLotMore() {
    return new DemoRequest(
        participant, instrument, buy, market, immediate, priceTicks, quantity + 1, cancelled);
  }
}
