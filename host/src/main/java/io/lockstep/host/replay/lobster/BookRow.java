package io.lockstep.host.replay.lobster;

/**
 * One line of the book file: the best levels of each side, best first, after a message.
 *
 * @param depth most levels that a side can show.
 */
record BookRow(int depth, int[] bidPrices, int[] bidLots, int[] askPrices, int[] askLots) {
  /** Prices of a side, best first; fewer than {@code depth} where the book has no more. */
  int[] prices(boolean buy) {
    return buy ? bidPrices : askPrices;
  }

  /** Lots at a price; 0 where the row does not show it. */
  int lotsAt(boolean buy, int price) {
    int[] prices = prices(buy);
    for (int i = 0; i < prices.length; i++) {
      if (prices[i] == price) {
        return buy ? bidLots[i] : askLots[i];
      }
    }
    return 0;
  }

  /** Whether a price lies behind the last level of a full side, where the row cannot show it. */
  boolean isBeyond(boolean buy, int price) {
    int[] prices = prices(buy);
    if (prices.length < depth) {
      return false;
    }
    int worst = prices[depth - 1];
    return buy ? price < worst : price > worst;
  }
}
