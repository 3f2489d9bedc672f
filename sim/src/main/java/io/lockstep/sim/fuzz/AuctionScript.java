package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The end of a call auction, as a host does it: parked bids and asks are crossed at one price in
 * price-time priority, and what is left and has a level is unparked in that order.
 */
final class AuctionScript {
  private static final int MOST_ORDERS = 60;

  private final Dice dice;
  private final Knowledge knowledge;
  private final OrderCommands orders;
  private final MutableDirectBuffer command = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);

  AuctionScript(Dice dice, Knowledge knowledge, OrderCommands orders) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.orders = orders;
  }

  /** Writes the script for the parked orders of an instrument; nothing where there are none. */
  void write(Script script, int instrument) {
    int[] bids = Priority.sorted(knowledge.orders, instrument, false, true, MOST_ORDERS);
    int[] asks = Priority.sorted(knowledge.orders, instrument, true, true, MOST_ORDERS);
    long[] bidLots = open(bids);
    long[] askLots = open(asks);
    int bid = 0;
    int ask = 0;
    if (bids.length > 0 && asks.length > 0) {
      int price = price(instrument, bids[0], asks[0]);
      while (bid < bids.length
          && ask < asks.length
          && knowledge.orders.price(bids[bid]) >= price
          && knowledge.orders.price(asks[ask]) <= price) {
        long lots = Math.min(bidLots[bid], askLots[ask]);
        orders.cross(command, bids[bid], asks[ask], price, lots);
        script.add(command);
        bidLots[bid] -= lots;
        askLots[ask] -= lots;
        bid += bidLots[bid] == 0 ? 1 : 0;
        ask += askLots[ask] == 0 ? 1 : 0;
      }
    }
    unpark(script, bids, bid);
    unpark(script, asks, ask);
  }

  private long[] open(int[] slots) {
    long[] lots = new long[slots.length];
    for (int i = 0; i < slots.length; i++) {
      lots[i] = knowledge.orders.open(slots[i]);
    }
    return lots;
  }

  private int price(int instrument, int bestBid, int bestAsk) {
    long low = Math.max(knowledge.orders.price(bestAsk), knowledge.instruments.low(instrument));
    long high = Math.min(knowledge.orders.price(bestBid), knowledge.instruments.high(instrument));
    return (int) (low <= high ? dice.between(low, high) : low);
  }

  private void unpark(Script script, int[] slots, int from) {
    for (int i = from; i < slots.length; i++) {
      int slot = slots[i];
      int instrument = knowledge.orders.instrument(slot);
      if (knowledge.instruments.hasLevel(instrument, knowledge.orders.price(slot))
          || dice.oneIn(16)) {
        orders.unpark(command, slot);
        script.add(command);
      }
    }
  }
}
