package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelReason;

/**
 * What happens to an order once it is accepted: its lots are open, it enters, is parked and
 * unparked, filled, lowered, and ends. Pool, book and holdings are kept in step here and nowhere
 * else.
 */
final class LiveOrders {
  private final CardState state;
  private final OrderPool pool;
  private final Holdings holdings;
  private final StatusReports statuses;
  private final EventWriter events;

  LiveOrders(CardState state, Holdings holdings, StatusReports statuses, EventWriter events) {
    this.state = state;
    this.pool = state.pool;
    this.holdings = holdings;
    this.statuses = statuses;
    this.events = events;
  }

  /** What is left of an accepted order ends before it entered; tells so. */
  void cancelIncoming(Order order, CancelReason reason) {
    events.cancelled(order, reason);
    holdings.close(order);
    order.left = 0;
    statuses.compare(order.account);
  }

  /** Puts an accepted order in its slot: behind the orders at its price, or parked. */
  void enter(Order order) {
    pool.enter(order);
    order.instrument.orderEntered();
    if (!order.parked) {
      order.instrument.book.side(order.side).append(order.slot);
    }
  }

  /** Takes a resting order out of the book. */
  void park(int slot) {
    bookSide(slot).remove(slot);
    pool.park(slot);
  }

  /** Puts a parked order into the book, behind the orders at its price. */
  void unpark(int slot) {
    pool.unpark(slot);
    bookSide(slot).append(slot);
  }

  /**
   * Fills lots of an order; with nothing left it ends.
   *
   * @param fee that the order pays.
   */
  void fill(int slot, int lots, int price, long fee) {
    pool.fill(slot, lots);
    takeLots(slot, lots);
    holdings.fill(pool.positionSlot(slot), pool.side(slot), lots, price, fee, pool.reserve(slot));
    if (pool.open(slot) == 0) {
      end(slot);
    }
  }

  /** Lowers an order's total; it stays where it is. */
  void lowerTotal(int slot, int newTotal) {
    int lots = pool.total(slot) - newTotal;
    pool.lowerTotal(slot, newTotal);
    takeLots(slot, lots);
    addOpen(slot, -lots);
  }

  /** Gives an order another reserve a lot. */
  void setReserve(int slot, long reserve) {
    addOpen(slot, -pool.open(slot));
    pool.setReserve(slot, reserve);
    addOpen(slot, pool.open(slot));
  }

  private void addOpen(int slot, int lots) {
    holdings.addOpen(pool.positionSlot(slot), pool.side(slot), lots, pool.reserve(slot));
  }

  private void takeLots(int slot, int lots) {
    if (!pool.isParked(slot)) {
      bookSide(slot).takeLots(pool.price(slot), lots);
    }
  }

  /** Ends an order, and tells so. */
  void cancel(int slot, CancelReason reason) {
    int account = pool.account(slot);
    events.cancelled(pool.id(slot), account, pool.instrument(slot), pool.open(slot), reason);
    end(slot);
    statuses.compare(account);
  }

  /** Ends an order, resting or parked: its slot is free. */
  void end(int slot) {
    if (!pool.isParked(slot)) {
      bookSide(slot).remove(slot);
    }
    addOpen(slot, -pool.open(slot));
    pool.free(slot);
    state.instrumentOf(slot).orderEnded();
  }

  private BookSide bookSide(int slot) {
    return state.instrumentOf(slot).book.side(pool.side(slot));
  }
}
