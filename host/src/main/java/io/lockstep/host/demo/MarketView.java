package io.lockstep.host.demo;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The books as all participants together know them from their reports: nothing is read from the
 * engine or the card.
 */
public final class MarketView {
  /** A trade as it is shown. */
  public record Print(int instrument, int priceTicks, long lots, boolean takerBuys) {}

  private final Long2ObjectHashMap<OpenOrder> orders = new Long2ObjectHashMap<>();
  private final List<PriceLevels> bids = new ArrayList<>();
  private final List<PriceLevels> asks = new ArrayList<>();
  private final long[] trades;
  private final long[] lots;
  private final Print[] last;

  MarketView(int instruments) {
    for (int i = 0; i < instruments; i++) {
      bids.add(new PriceLevels(true));
      asks.add(new PriceLevels(false));
    }
    trades = new long[instruments];
    lots = new long[instruments];
    last = new Print[instruments];
  }

  /** An order was accepted. */
  void accepted(OpenOrder order) {
    orders.put(order.orderId(), order);
    side(order).change(order.priceTicks(), order.openLots());
  }

  /**
   * An order traded.
   *
   * @return the order, with what is left of it.
   */
  OpenOrder traded(long orderId, long quantity) {
    OpenOrder order = known(orderId);
    side(order).change(order.priceTicks(), -quantity);
    order.fill(quantity);
    if (order.openLots() == 0) {
      orders.remove(orderId);
    }
    return order;
  }

  /** An order has a new price and total. */
  void replaced(long orderId, int priceTicks, long totalLots, long openLots) {
    OpenOrder order = known(orderId);
    side(order).change(order.priceTicks(), -order.openLots());
    order.replace(priceTicks, totalLots, openLots);
    side(order).change(priceTicks, openLots);
  }

  /**
   * An order was cancelled.
   *
   * @return the order.
   */
  OpenOrder cancelled(long orderId) {
    OpenOrder order = known(orderId);
    side(order).change(order.priceTicks(), -order.openLots());
    orders.remove(orderId);
    return order;
  }

  /** A trade, told once. */
  void printed(Print print) {
    trades[print.instrument()]++;
    lots[print.instrument()] += print.lots();
    last[print.instrument()] = print;
  }

  PriceLevels bids(int instrument) {
    return bids.get(instrument);
  }

  PriceLevels asks(int instrument) {
    return asks.get(instrument);
  }

  /** The last trade of an instrument; null before the first. */
  public Print last(int instrument) {
    return last[instrument];
  }

  /** Trades of an instrument so far. */
  public long trades(int instrument) {
    return trades[instrument];
  }

  /** Lots that an instrument's trades moved so far. */
  public long lots(int instrument) {
    return lots[instrument];
  }

  /** False for an order that ended, or never could rest. */
  boolean isOpen(long orderId) {
    return orders.containsKey(orderId);
  }

  /** Orders that are open. */
  public int openOrders() {
    return orders.size();
  }

  private OpenOrder known(long orderId) {
    OpenOrder order = orders.get(orderId);
    if (order == null) {
      throw new IllegalStateException("a report names order " + orderId + ", which is not open");
    }
    return order;
  }

  private PriceLevels side(OpenOrder order) {
    return (order.buy() ? bids : asks).get(order.instrument());
  }
}
