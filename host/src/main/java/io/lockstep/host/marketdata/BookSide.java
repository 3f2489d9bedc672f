package io.lockstep.host.marketdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One side of a book: best price first, then priority. One thread. */
final class BookSide {
  private static final class Level {
    private final NavigableMap<Long, BookOrder> orders = new TreeMap<>(Long::compareUnsigned);
    private long lots;
  }

  private final NavigableMap<Long, Level> levels;

  BookSide(boolean bids) {
    Comparator<Long> bestFirst = bids ? Comparator.reverseOrder() : Comparator.naturalOrder();
    levels = new TreeMap<>(bestFirst);
  }

  void add(BookOrder order) {
    Level level = levels.computeIfAbsent(order.price(), price -> new Level());
    level.orders.put(order.priority(), order);
    level.lots += order.lots();
  }

  void remove(BookOrder order) {
    Level level = levels.get(order.price());
    level.orders.remove(order.priority());
    level.lots -= order.lots();
    if (level.orders.isEmpty()) {
      levels.remove(order.price());
    }
  }

  /** The best price, or null. */
  BookLevel best() {
    var best = levels.firstEntry();
    return best == null ? null : level(best.getKey(), best.getValue());
  }

  /** The best prices, at most so many. */
  List<BookLevel> levels(int most) {
    List<BookLevel> best = new ArrayList<>();
    for (var entry : levels.entrySet()) {
      if (best.size() == most) {
        break;
      }
      best.add(level(entry.getKey(), entry.getValue()));
    }
    return Collections.unmodifiableList(best);
  }

  private static BookLevel level(long price, Level level) {
    return new BookLevel(price, level.lots, level.orders.size());
  }

  /** All orders in the order in which they would be filled. */
  List<BookOrder> orders() {
    return levels.values().stream()
        .map(level -> level.orders.values())
        .flatMap(Collection::stream)
        .toList();
  }
}
