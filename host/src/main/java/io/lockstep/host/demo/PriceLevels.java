package io.lockstep.host.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Open lots at each price of one side of a book, best first. */
final class PriceLevels {
  /** One price, and what is open there. */
  record Level(int priceTicks, long lots) {}

  private final TreeMap<Integer, Long> lotsAtPrice;

  PriceLevels(boolean bids) {
    lotsAtPrice = bids ? new TreeMap<>(Collections.reverseOrder()) : new TreeMap<>();
  }

  /** More is open at a price, or less; a price with nothing open is gone. */
  void change(int priceTicks, long lots) {
    long left = lotsAtPrice.merge(priceTicks, lots, Long::sum);
    if (left < 0) {
      throw new IllegalStateException("less than nothing is open at " + priceTicks);
    }
    if (left == 0) {
      lotsAtPrice.remove(priceTicks);
    }
  }

  /** The best prices, at most {@code count}. */
  List<Level> best(int count) {
    List<Level> levels = new ArrayList<>(count);
    for (Map.Entry<Integer, Long> entry : lotsAtPrice.entrySet()) {
      if (levels.size() == count) {
        break;
      }
      levels.add(new Level(entry.getKey(), entry.getValue()));
    }
    return levels;
  }
}
