package io.lockstep.host.demo;

/**
 * An accepted order, and what is left of it. Changed as reports come.
 *
 * <p>Orders that do not rest are open between their acceptance and their last report.
 */
final class OpenOrder {
  private final long orderId;
  private final int participant;
  private final int instrument;
  private final boolean buy;
  private final int priceTicks;
  private long openLots;

  /**
   * @param participant index of the owner.
   * @param instrument index, from 0.
   */
  OpenOrder(
      long orderId, int participant, int instrument, boolean buy, int priceTicks, long openLots) {
    this.orderId = orderId;
    this.participant = participant;
    this.instrument = instrument;
    this.buy = buy;
    this.priceTicks = priceTicks;
    this.openLots = openLots;
  }

  long orderId() {
    return orderId;
  }

  int participant() {
    return participant;
  }

  int instrument() {
    return instrument;
  }

  boolean buy() {
    return buy;
  }

  int priceTicks() {
    return priceTicks;
  }

  long openLots() {
    return openLots;
  }

  /** So much of it traded. */
  void fill(long lots) {
    openLots -= lots;
  }
}
