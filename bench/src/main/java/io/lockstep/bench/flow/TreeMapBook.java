package io.lockstep.bench.flow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A price-time book as one writes it in an afternoon: a tree of levels, a list of orders in each, a
 * map from ids to orders. The yardstick that any other book has to beat.
 */
public final class TreeMapBook {
  /** Is told of each trade, in order. */
  public interface Trades {
    void onTrade(long makerId, int price, int lots);
  }

  private static final class Order {
    private final long id;
    private final boolean buy;
    private int open;
    private Level level;
    private Order previous;
    private Order next;

    Order(long id, boolean buy, int open) {
      this.id = id;
      this.buy = buy;
      this.open = open;
    }
  }

  private static final class Level {
    private final int price;
    private Order first;
    private Order last;

    Level(int price) {
      this.price = price;
    }

    void append(Order order) {
      order.level = this;
      order.previous = last;
      order.next = null;
      if (last == null) {
        first = order;
      } else {
        last.next = order;
      }
      last = order;
    }

    void remove(Order order) {
      if (order.previous == null) {
        first = order.next;
      } else {
        order.previous.next = order.next;
      }
      if (order.next == null) {
        last = order.previous;
      } else {
        order.next.previous = order.previous;
      }
    }
  }

  private final TreeMap<Integer, Level> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Integer, Level> asks = new TreeMap<>();
  private final Map<Long, Order> orders = new HashMap<>();
  private final Trades trades;

  /** An empty book; its trades go to the listener as they happen. */
  public TreeMapBook(Trades trades) {
    this.trades = trades;
  }

  /** Enters an order; answers the lots that are left, and rest if they may. */
  public int enter(long id, boolean buy, int price, int lots, boolean rests) {
    Order order = new Order(id, buy, lots);
    match(order, price);
    if (order.open > 0 && rests) {
      orders.put(id, order);
      rest(order, price);
    }
    return order.open;
  }

  /** Cancels an order; answers the lots that were open, 0 if there is no such order. */
  public int cancel(long id) {
    Order order = orders.remove(id);
    if (order == null) {
      return 0;
    }
    leave(order);
    return order.open;
  }

  /** Moves an order behind those at another price, or lets it trade there; answers what is left. */
  public int move(long id, int price) {
    Order order = orders.get(id);
    if (order == null) {
      return 0;
    }
    leave(order);
    match(order, price);
    if (order.open > 0) {
      rest(order, price);
    } else {
      orders.remove(id);
    }
    return order.open;
  }

  /** Open lots of a resting order; 0 if there is no such order. */
  public int open(long id) {
    Order order = orders.get(id);
    return order == null ? 0 : order.open;
  }

  /** Price of a resting order. */
  public int price(long id) {
    return orders.get(id).level.price;
  }

  /** Whether a side has no orders. */
  public boolean isEmpty(boolean buy) {
    return (buy ? bids : asks).isEmpty();
  }

  /** Best price of a side that has orders. */
  public int best(boolean buy) {
    return (buy ? bids : asks).firstKey();
  }

  /** Resting orders. */
  public int orders() {
    return orders.size();
  }

  private void match(Order taker, int limit) {
    TreeMap<Integer, Level> makers = taker.buy ? asks : bids;
    while (taker.open > 0 && !makers.isEmpty()) {
      Level best = makers.firstEntry().getValue();
      if (taker.buy ? best.price > limit : best.price < limit) {
        return;
      }
      Order maker = best.first;
      int lots = Math.min(taker.open, maker.open);
      taker.open -= lots;
      maker.open -= lots;
      trades.onTrade(maker.id, best.price, lots);
      if (maker.open == 0) {
        orders.remove(maker.id);
        leave(maker);
      }
    }
  }

  private void rest(Order order, int price) {
    (order.buy ? bids : asks).computeIfAbsent(price, Level::new).append(order);
  }

  private void leave(Order order) {
    Level level = order.level;
    level.remove(order);
    if (level.first == null) {
      (order.buy ? bids : asks).remove(level.price);
    }
  }
}
