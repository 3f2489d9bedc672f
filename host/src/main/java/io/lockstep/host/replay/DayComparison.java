package io.lockstep.host.replay;

import java.util.List;

/** Compares all that a replay gives with what the exchange printed: fills, and auctions in turn. */
final class DayComparison {
  private final FillComparison fills;
  private final List<AuctionComparison> auctions;
  private int begun;

  DayComparison(ReplayPlan plan) {
    fills = new FillComparison(plan);
    auctions = plan.auctions().stream().map(AuctionComparison::new).toList();
  }

  /** Takes a fill of continuous trading. */
  void onFill(Fill fill) {
    fills.onFill(fill);
  }

  /**
   * The next auction begins.
   *
   * @param priceMilliCny 0: nothing trades.
   * @throws IllegalStateException if the day has no more.
   */
  void onAuction(long priceMilliCny, long volume) {
    if (begun == auctions.size()) {
      throw new IllegalStateException("an auction more than the day has calls");
    }
    auctions.get(begun++).onResult(priceMilliCny, volume);
  }

  /** Takes a trade of the auction that began last. */
  void onAuctionTrade(Fill fill) {
    if (begun == 0) {
      throw new IllegalStateException("a trade of an auction that never began");
    }
    auctions
        .get(begun - 1)
        .onTrade(fill.buyId(), fill.sellId(), fill.priceMilliCny(), fill.quantity());
  }

  /** Everything has come. */
  void finish() {
    fills.finish();
    auctions.forEach(AuctionComparison::finish);
  }

  FillComparison fills() {
    return fills;
  }

  List<AuctionComparison> auctions() {
    return auctions;
  }
}
