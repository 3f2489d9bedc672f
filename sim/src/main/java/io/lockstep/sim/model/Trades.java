package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.BUY;

import io.lockstep.sim.model.margin.FeeRows;
import io.lockstep.sim.model.margin.InstrumentTerms;

/** Two orders meet: the trade is told with what each side pays, and settled on both. */
final class Trades {
  private final OrderPool pool;
  private final CardState state;
  private final LiveOrders orders;
  private final Holdings holdings;
  private final StatusReports statuses;
  private final EventWriter events;

  Trades(
      CardState state,
      LiveOrders orders,
      Holdings holdings,
      StatusReports statuses,
      EventWriter events) {
    this.state = state;
    this.pool = state.pool;
    this.orders = orders;
    this.holdings = holdings;
    this.statuses = statuses;
    this.events = events;
  }

  /** An incoming order meets a maker, at the maker's price. */
  void match(Order taker, int maker) {
    int lots = Math.min(taker.left, pool.open(maker));
    int price = pool.price(maker);
    int makerAccount = pool.account(maker);
    InstrumentTerms terms = taker.instrument.terms;
    long takerFee = terms.fee(lots, price, terms.fees.taker(taker.feeTier));
    long makerFee = terms.fee(lots, price, terms.fees.maker(pool.feeTier(maker)));
    events.trade(pool, maker, taker.id, taker.side, price, lots, takerFee, makerFee);
    holdings.fill(taker.positionSlot, taker.side, lots, price, takerFee, taker.reserve);
    taker.left -= lots;
    orders.fill(maker, lots, price, makerFee);
    statuses.compare(makerAccount);
    statuses.compare(taker.account);
  }

  /** Two parked orders of a call auction meet at its price; the buyer counts as taker. */
  void cross(int bid, int ask, int price, int lots) {
    InstrumentTerms terms = state.instrumentOf(bid).terms;
    FeeRows fees = terms.fees;
    int buyer = pool.account(bid);
    int seller = pool.account(ask);
    long buyerFee = terms.fee(lots, price, fees.auction(pool.feeTier(bid)));
    long sellerFee = terms.fee(lots, price, fees.auction(pool.feeTier(ask)));
    events.trade(pool, ask, pool.id(bid), BUY, price, lots, buyerFee, sellerFee);
    orders.fill(bid, lots, price, buyerFee);
    orders.fill(ask, lots, price, sellerFee);
    statuses.compare(seller);
    statuses.compare(buyer);
  }
}
