package io.lockstep.host.replay.lobster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The orders that rest on the card: by side, by price from the best on, by time. */
final class BookMirror {
  private final NavigableMap<Integer, List<MirrorOrder>> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Integer, List<MirrorOrder>> asks = new TreeMap<>();

  /** Levels of a side, best first. */
  NavigableMap<Integer, List<MirrorOrder>> side(boolean buy) {
    return buy ? bids : asks;
  }

  /** Orders at a price, the oldest first; none where there is no level. */
  List<MirrorOrder> level(boolean buy, int price) {
    return side(buy).getOrDefault(price, List.of());
  }

  /** Open lots at a price. */
  long lotsAt(boolean buy, int price) {
    long lots = 0;
    for (MirrorOrder order : level(buy, price)) {
      lots += order.open();
    }
    return lots;
  }

  /** Rests an order behind those at its price. */
  void append(MirrorOrder order) {
    side(order.buy).computeIfAbsent(order.price, price -> new ArrayList<>()).add(order);
  }

  /** Takes an order out. */
  void remove(MirrorOrder order) {
    List<MirrorOrder> level = side(order.buy).get(order.price);
    level.remove(order);
    if (level.isEmpty()) {
      side(order.buy).remove(order.price);
    }
  }

  /** All orders as an audit lists them: bids from the best on, then asks from the best on. */
  List<MirrorOrder> inAuditOrder() {
    List<MirrorOrder> orders = new ArrayList<>();
    bids.values().forEach(orders::addAll);
    asks.values().forEach(orders::addAll);
    return orders;
  }

  /** Levels of both sides. */
  int levels() {
    return bids.size() + asks.size();
  }
}
