package io.lockstep.host.replay.lobster;

/** An order that rests on the card, as its events tell. */
final class MirrorOrder {
  /** Of the exchange, of an order whose lots were loaded from the book file. */
  static final long ANONYMOUS = -1;

  final long id;
  final long recordedId;
  final int slot;
  final boolean buy;
  final int price;
  private long total;
  private long filled;

  /**
   * @param id on the card.
   * @param recordedId of the exchange, or {@link #ANONYMOUS}.
   * @param total lots that it entered with.
   */
  MirrorOrder(long id, long recordedId, int slot, boolean buy, int price, long total) {
    this.id = id;
    this.recordedId = recordedId;
    this.slot = slot;
    this.buy = buy;
    this.price = price;
    this.total = total;
  }

  boolean isAnonymous() {
    return recordedId == ANONYMOUS;
  }

  /** Lots still open; 0 once it has ended. */
  long open() {
    return total - filled;
  }

  /** Lots, the filled ones included. */
  long total() {
    return total;
  }

  void total(long lots) {
    total = lots;
  }

  void fill(long lots) {
    filled += lots;
  }

  void end() {
    total = filled;
  }

  @Override
  public String toString() {
    return isAnonymous() ? "the anonymous order" : "order " + recordedId;
  }
}
