package io.lockstep.host.demo;

/** An accepted order that rests, or may come to rest, and what is left of it. */
final class OpenOrder {
  private final long orderId;
  private final int participant;
  private final int instrument;
  private final boolean buy;
  private int priceTicks;
  private long totalLots;
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
    this.totalLots = openLots;
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

  /** The filled part included. */
  long totalLots() {
    return totalLots;
  }

  long openLots() {
    return openLots;
  }

  /** So much of it traded. */
  void fill(long lots) {
    openLots -= lots;
  }

  /** It has a new price and total. */
  void replace(int newPriceTicks, long newTotalLots, long newOpenLots) {
    priceTicks = newPriceTicks;
    totalLots = newTotalLots;
    openLots = newOpenLots;
  }
}
