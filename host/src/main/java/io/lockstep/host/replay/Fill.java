package io.lockstep.host.replay;

/**
 * One trade, by the exchange's ids.
 *
 * @param inboundIndex of the command that caused it.
 * @param priceMilliCny in thousandths of a yuan.
 * @param quantity shares.
 */
public record Fill(int inboundIndex, long buyId, long sellId, long priceMilliCny, long quantity) {
  @Override
  public String toString() {
    return "buy "
        + buyId
        + ", sell "
        + sellId
        + ", price "
        + priceMilliCny
        + ", quantity "
        + quantity
        + ", caused by inbound "
        + inboundIndex;
  }

  /** Whether the same orders traded the same, whichever command caused it. */
  boolean sameTrade(Fill other) {
    return buyId == other.buyId
        && sellId == other.sellId
        && priceMilliCny == other.priceMilliCny
        && quantity == other.quantity;
  }
}
