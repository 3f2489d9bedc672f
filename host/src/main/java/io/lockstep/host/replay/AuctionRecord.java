package io.lockstep.host.replay;

import java.util.Map;
import java.util.TreeMap;

/**
 * A call auction as the exchange printed it. Who met whom in it is arbitrary, so only the sums
 * count.
 *
 * @param name of the auction.
 * @param priceMilliCny 0: nothing traded.
 * @param volume shares.
 * @param filled shares by order id.
 */
record AuctionRecord(String name, long priceMilliCny, long volume, Map<Long, Long> filled) {
  /**
   * Sums up the fills of one auction.
   *
   * @throws InputException if they are at more than one price.
   */
  static AuctionRecord of(String name, SsePhase match, SseDay day) {
    Map<Long, Long> filled = new TreeMap<>();
    long price = 0;
    long volume = 0;
    for (SseFill line : day.fills()) {
      if (line.phase() != match) {
        continue;
      }
      Fill fill = line.fill();
      if (volume > 0 && fill.priceMilliCny() != price) {
        throw new InputException(
            "fills file, line " + line.line() + ": an auction has one price, " + price);
      }
      price = fill.priceMilliCny();
      volume += fill.quantity();
      filled.merge(fill.buyId(), fill.quantity(), Long::sum);
      filled.merge(fill.sellId(), fill.quantity(), Long::sum);
    }
    return new AuctionRecord(name, price, volume, filled);
  }
}
