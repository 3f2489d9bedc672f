package io.lockstep.host.replay;

import io.lockstep.driver.CommandWriter;
import io.lockstep.host.auction.CallBook;
import io.lockstep.host.auction.Pairing;
import io.lockstep.host.auction.PriceTimeList;
import java.util.function.IntConsumer;

/**
 * The call phases of a day straight on a card: all orders are parked; at its end the auction's
 * pairs are crossed, and what is left goes back into the book by price, then time. An order's
 * number is its place in the plan.
 */
final class DirectAuction {
  private final ReplayPlan plan;
  private final SlotTable slots;
  private final CommandWriter writer;
  private final int instrument;
  private final Runnable exchange;
  private final CallBook book;
  private final int bandLow;
  private final int bandHigh;
  private final PriceTimeList bids;
  private final PriceTimeList asks;
  private boolean open;

  /**
   * @param levels of the card.
   * @param instrument that the orders are of.
   * @param exchange sends the command that was written last, and takes its events.
   */
  DirectAuction(
      ReplayPlan plan,
      int levels,
      SlotTable slots,
      CommandWriter writer,
      int instrument,
      Runnable exchange) {
    this.plan = plan;
    this.slots = slots;
    this.writer = writer;
    this.instrument = instrument;
    this.exchange = exchange;
    book = new CallBook(levels);
    bandLow = plan.windowBase(levels);
    bandHigh = bandLow + levels - 1;
    bids = new PriceTimeList(true, plan.size());
    asks = new PriceTimeList(false, plan.size());
  }

  /** Whether orders are being collected. */
  boolean isOpen() {
    return open;
  }

  /** Begins a call: whatever rests is parked. */
  void call() {
    open = true;
    forEachLive(
        order -> {
          writer.park(DirectReplay.id(order), slots.slotOf(order), account(order));
          exchange.run();
        });
  }

  /**
   * Ends a call, if there is one, with its auction.
   *
   * @param reference price in ticks.
   * @param comparison is told of the result before the first trade.
   */
  void uncross(long reference, DayComparison comparison) {
    if (!open) {
      return;
    }
    collect();
    boolean trades = book.determine(reference);
    long price = trades ? (long) book.priceTicks() * ReplayPlan.TICK_MILLI_CNY : 0;
    comparison.onAuction(price, book.volumeLots());
    Pairing pairing = new Pairing(bids, asks);
    for (pairing.begin(book.volumeLots()); pairing.next(); ) {
      cross(pairing.buyer(), pairing.seller(), pairing.lots());
    }
    unpark(bids);
    unpark(asks);
    open = false;
  }

  private void collect() {
    book.clear(bandLow, bandHigh);
    bids.clear();
    asks.clear();
    forEachLive(
        order -> {
          ReplayInput input = plan.inputs().get(order);
          int lots = slots.openOf(order);
          book.add(input.buy(), input.price(), lots);
          (input.buy() ? bids : asks).add(order, input.price(), order, lots);
        });
    bids.rank();
    asks.rank();
  }

  private void cross(int buyer, int seller, int lots) {
    writer.cross(
        DirectReplay.id(buyer),
        slots.slotOf(buyer),
        DirectReplay.id(seller),
        slots.slotOf(seller),
        instrument,
        book.priceTicks(),
        lots);
    exchange.run();
  }

  private void unpark(PriceTimeList side) {
    for (int rank = 0; rank < side.size(); rank++) {
      int order = side.order(rank);
      if (slots.slotOf(order) != SlotTable.NONE) {
        writer.unpark(DirectReplay.id(order), slots.slotOf(order), account(order));
        exchange.run();
      }
    }
  }

  private int account(int order) {
    return DirectReplay.account(plan.inputs().get(order));
  }

  private void forEachLive(IntConsumer action) {
    for (int order = 0; order < plan.size(); order++) {
      if (slots.slotOf(order) != SlotTable.NONE) {
        action.accept(order);
      }
    }
  }
}
