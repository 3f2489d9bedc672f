package io.lockstep.host.replay;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a call auction with the exchange's: its price, its volume, and each order's fills. */
public final class AuctionComparison {
  private final AuctionRecord expected;
  private final Map<Long, Long> filled = new TreeMap<>();
  private long priceMilliCny;
  private long volume;
  private long bought;
  private int equal;
  private int differences;
  private String first;

  AuctionComparison(AuctionRecord expected) {
    this.expected = expected;
  }

  /**
   * Takes the auction's result.
   *
   * @param priceMilliCny 0: nothing trades.
   */
  void onResult(long priceMilliCny, long volume) {
    this.priceMilliCny = priceMilliCny;
    this.volume = volume;
  }

  /** Takes one of the auction's trades. */
  void onTrade(long buyId, long sellId, long priceMilliCny, long quantity) {
    if (priceMilliCny != this.priceMilliCny) {
      differ("a trade at " + priceMilliCny + " in an auction at " + this.priceMilliCny);
    }
    bought += quantity;
    filled.merge(buyId, quantity, Long::sum);
    filled.merge(sellId, quantity, Long::sum);
  }

  /** Compares, once everything has come. */
  void finish() {
    compare("price", expected.priceMilliCny(), priceMilliCny);
    compare("volume", expected.volume(), volume);
    if (bought != volume) {
      differ("trades of " + bought + " in an auction of " + volume);
    }
    TreeSet<Long> orders = new TreeSet<>(expected.filled().keySet());
    orders.addAll(filled.keySet());
    for (long order : orders) {
      long wanted = expected.filled().getOrDefault(order, 0L);
      long got = filled.getOrDefault(order, 0L);
      compare("order " + order, wanted, got);
      equal += wanted == got ? 1 : 0;
    }
  }

  private void compare(String what, long wanted, long got) {
    if (wanted != got) {
      differ(what + ": expected " + wanted + ", got " + got);
    }
  }

  private void differ(String how) {
    differences++;
    if (first == null) {
      first = how;
    }
  }

  /** Which auction. */
  public String name() {
    return expected.name();
  }

  /** Its price in thousandths of a yuan; 0: nothing traded. */
  public long priceMilliCny() {
    return priceMilliCny;
  }

  /** Its volume, shares. */
  public long volume() {
    return volume;
  }

  /** Orders that were filled as the exchange filled them. */
  public int equalOrders() {
    return equal;
  }

  /** Price, volume and orders that differ. */
  public int differences() {
    return differences;
  }

  /** The first difference, in words. */
  public Optional<String> first() {
    return Optional.ofNullable(first);
  }
}
