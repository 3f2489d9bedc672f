package io.lockstep.host.engine;

import io.lockstep.host.slots.SlotList;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.CancelReason;

/**
 * The orders that mass cancels end, whoever asked for them. They are reported in the order of order
 * ids, after the best prices that changed, so that nobody sees what slot an order had; those that
 * rested leave the public book before, in book order.
 */
final class MassEnds {
  private final OrderTable orders;
  private final OrderReports reports;
  private final OrderEnds ends;
  private final BookReports book;
  private final SlotList cancelled;
  private final CommandKind part = new Part();
  private long counted;
  private int reported;

  MassEnds(OrderTable orders, OrderReports reports, OrderEnds ends, BookReports book) {
    this.orders = orders;
    this.reports = reports;
    this.ends = ends;
    this.book = book;
    cancelled = new SlotList(orders.slots());
  }

  /** For a mass cancel that is one of several: its orders wait for the last one's report. */
  CommandKind part() {
    return part;
  }

  /** An order has ended; it leaves the public book at once. */
  void add(Request request, CancelledDecoder event) {
    int slot = ends.check(event);
    orders.end(slot);
    cancelled.add(slot, orders.orderId(slot), 0);
    book.left(request, slot);
  }

  /**
   * The last command is done. Reports one order a call.
   *
   * @return true when all are reported: {@link #clear} is next.
   */
  boolean isReported(Request request, DoneDecoder done, CancelReason reason) {
    if (reported == 0) {
      counted += done.lines();
      Invariant.check(counted == cancelled.size(), "a mass cancel counts what it cancelled");
      cancelled.sort();
    }
    if (reported == cancelled.size()) {
      return true;
    }
    int slot = cancelled.get(reported++);
    reports.cancelled(request, slot, reason);
    orders.close(slot);
    return false;
  }

  /** Makes room for the next; answers how many orders these were. */
  int clear() {
    int count = cancelled.size();
    cancelled.clear();
    counted = 0;
    reported = 0;
    return count;
  }

  private final class Part extends CommandKind {
    @Override
    void onCancelled(Request request, CancelledDecoder event) {
      add(request, event);
    }

    @Override
    boolean onDone(Request request, DoneDecoder done) {
      counted += done.lines();
      return true;
    }
  }
}
