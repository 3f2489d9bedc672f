package io.lockstep.sim.model;

import static io.lockstep.sim.model.Command.NOT_REFUSED;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.sim.model.margin.AccountMargin;
import io.lockstep.sim.model.margin.Bounds;
import io.lockstep.sim.model.margin.InstrumentTerms;
import io.lockstep.sim.model.margin.Portfolio;

/**
 * The margin gate: whether an account can bear an order with all its other open orders. The order
 * is put in, looked at, and taken out again. Its account's portfolios are of the current bank.
 */
final class Gate {
  private final CardState state;
  private final Holdings holdings;
  private final EventWriter events;

  Gate(CardState state, Holdings holdings, EventWriter events) {
    this.state = state;
    this.holdings = holdings;
    this.events = events;
  }

  /**
   * Why a new order is refused; gives it its reserve.
   *
   * @param passes whether it comes from the engine itself.
   */
  RejectReason refusalOfNew(Order order, boolean passes) {
    if (!state.hasMargin()) {
      return NOT_REFUSED;
    }
    RejectReason barred = refusalOfAny(order);
    if (barred != NOT_REFUSED) {
      return barred;
    }
    order.reserve = newReserve(order);
    return passes || canBear(order, 0, 0) ? NOT_REFUSED : RejectReason.MARGIN_INSUFFICIENT;
  }

  /** Why a replaced order is refused; gives it its reserve, if it loses its place. */
  RejectReason refusalOfReplaced(Order order, boolean keepsItsPlace) {
    if (!state.hasMargin()) {
      return NOT_REFUSED;
    }
    RejectReason barred = refusalOfAny(order);
    if (barred != NOT_REFUSED) {
      return barred;
    }
    int oldLots = state.pool.open(order.slot);
    long oldReserve = state.pool.reserve(order.slot);
    order.reserve = keepsItsPlace ? oldReserve : newReserve(order);
    boolean risesNowhere = order.left <= oldLots && order.reserve <= oldReserve;
    return risesNowhere || canBear(order, oldLots, oldReserve)
        ? NOT_REFUSED
        : RejectReason.MARGIN_INSUFFICIENT;
  }

  private RejectReason refusalOfAny(Order order) {
    if (!order.instrument.terms.current().isValued()) {
      return RejectReason.NOT_VALUED;
    }
    boolean allowed = Bounds.allowsCash(state.accounts.margin(order.account).cash());
    return allowed ? NOT_REFUSED : RejectReason.CASH_BOUND;
  }

  private static long newReserve(Order order) {
    return order.instrument.terms.reserve(Sides.sign(order.side), order.limit, order.feeTier);
  }

  private boolean canBear(Order order, int oldLots, long oldReserve) {
    AccountMargin account = state.accounts.margin(order.account);
    Portfolio portfolio = state.portfolios.get(state.positions.portfolio(order.positionSlot));
    long initialBefore = portfolio.initialMargin();
    holdings.addOpen(order.positionSlot, order.side, -oldLots, oldReserve);
    holdings.open(order);
    boolean bears =
        account.free() >= 0
            || (closes(order)
                && portfolio.initialMargin() <= initialBefore
                && reduces(order, portfolio));
    holdings.close(order);
    holdings.addOpen(order.positionSlot, order.side, oldLots, oldReserve);
    return bears;
  }

  /** Whether all open orders of its side together only close the position, near the mark. */
  private boolean closes(Order order) {
    InstrumentTerms terms = order.instrument.terms;
    int closable = state.positions.reducible(order.positionSlot, order.side);
    return state.positions.openOrders(order.positionSlot, order.side) <= closable
        && terms.worseThanMark(Sides.sign(order.side), order.limit) <= terms.closeBand();
  }

  /** Whether its whole fill leaves a loss in the worst scenario that is not above the present. */
  private static boolean reduces(Order order, Portfolio portfolio) {
    long moreLots = (long) Sides.sign(order.side) * order.left;
    return portfolio.wouldNotLoseMore(order.instrument.terms, moreLots);
  }

  /** Tells how its account would stand with an order in. */
  void tellStatusWith(Order order) {
    holdings.open(order);
    events.marginStatus(order.account, state.accounts.margin(order.account));
    holdings.close(order);
  }
}
