package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelReason;

/**
 * What happens to a live order: it enters, is parked and unparked, filled, lowered, and ends. Pool,
 * book and position are kept in step here and nowhere else.
 */
final class LiveOrders {
  private final CardState state;
  private final OrderPool pool;
  private final Positions positions;
  private final EventWriter events;

  LiveOrders(CardState state, EventWriter events) {
    this.state = state;
    this.pool = state.pool;
    this.positions = state.positions;
    this.events = events;
  }

  /** Puts an order in its slot: behind the orders at its price, or parked. */
  void enter(Order order) {
    pool.enter(order);
    positions.addOpen(order.positionSlot, order.side, order.left);
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

  /** Fills lots of an order; with nothing left it ends. */
  void fill(int slot, int lots) {
    pool.fill(slot, lots);
    takeOpen(slot, lots);
    positions.fill(pool.positionSlot(slot), pool.side(slot), lots);
    if (pool.open(slot) == 0) {
      end(slot);
    }
  }

  /** Lowers an order's total; it stays where it is. */
  void lowerTotal(int slot, int newTotal) {
    int lots = pool.total(slot) - newTotal;
    pool.lowerTotal(slot, newTotal);
    takeOpen(slot, lots);
  }

  private void takeOpen(int slot, int lots) {
    positions.addOpen(pool.positionSlot(slot), pool.side(slot), -lots);
    if (!pool.isParked(slot)) {
      bookSide(slot).takeLots(pool.price(slot), lots);
    }
  }

  /** Ends an order, and tells so. */
  void cancel(int slot, CancelReason reason) {
    events.cancelled(
        pool.id(slot), pool.account(slot), pool.instrument(slot), pool.open(slot), reason);
    end(slot);
  }

  /** Ends an order, resting or parked: its slot is free. */
  void end(int slot) {
    if (!pool.isParked(slot)) {
      bookSide(slot).remove(slot);
    }
    positions.addOpen(pool.positionSlot(slot), pool.side(slot), -pool.open(slot));
    pool.free(slot);
    state.instrumentOf(slot).orderEnded();
  }

  private BookSide bookSide(int slot) {
    return state.instrumentOf(slot).book.side(pool.side(slot));
  }
}
