package io.lockstep.sim.model;

import io.lockstep.sim.model.PlainState.PlainPosition;
import io.lockstep.sim.model.PlainTerms.Bank;

/**
 * The formulas of docs/card.md, Margin, each a method, so that a broken variant of one rule is a
 * subclass.
 */
class PlainFormulas {
  private static final int RATE_BITS = 24;
  private static final int FACTOR_BITS = 8;

  /** Profit of a position in a scenario. */
  long profit(PlainPosition position, PlainTerms terms, boolean isOlder, int scenario) {
    return PlainMoney.product(position.lots, bank(terms, isOlder).profits[scenario]);
  }

  /** The parameters of the bank that a portfolio is of. */
  Bank bank(PlainTerms terms, boolean isOlder) {
    return isOlder ? terms.other : terms.current;
  }

  /** What the worst fills of a position's open orders add to a scenario's profit. */
  long worstOfOpen(long bids, long asks, long profit) {
    return Math.min(
        0, Math.min(PlainMoney.product(bids, profit), PlainMoney.product(-asks, profit)));
  }

  /** Of a portfolio, from its profit in each scenario. */
  long scanPart(long factor, long[] profits) {
    return PlainMoney.share(FACTOR_BITS, factor, Math.max(0, scanLoss(profits)));
  }

  /** The largest loss; below zero if there is a profit in each scenario. */
  static long scanLoss(long[] profits) {
    long worst = Long.MIN_VALUE;
    for (long profit : profits) {
      worst = Math.max(worst, -profit);
    }
    return worst;
  }

  long shortMinimum(Bank bank, long shortLots) {
    return PlainMoney.product(bank.shortMinimum, Math.max(0, shortLots));
  }

  long floored(long scan, long minimum) {
    return Math.max(scan, minimum);
  }

  /** The most lots that a position may come to have, long or short. */
  long largest(long lots, long bids, long asks) {
    return Math.max(Math.abs(lots + bids), Math.abs(lots - asks));
  }

  long size(Bank bank, long lots) {
    long from = 0;
    long sum = 0;
    for (int part = 0; part < bank.slopes.length; part++) {
      long to = part < bank.bounds.length ? Math.min(lots, bank.bounds[part]) : lots;
      if (to > from) {
        sum += PlainMoney.product(to - from, bank.slopes[part]);
        from = to;
      }
    }
    return sum;
  }

  long reserve(PlainOrder order, PlainTerms terms) {
    return PlainMoney.product(fillLoss(order, terms), terms.multiplier)
        + reservedFee(terms.fees[order.tier], Math.abs(order.price), terms.multiplier);
  }

  /** Ticks that a fill at the order's limit loses against the mark. */
  long fillLoss(PlainOrder order, PlainTerms terms) {
    return Math.max(0, beyondMark(order, terms));
  }

  static long beyondMark(PlainOrder order, PlainTerms terms) {
    long above = order.price - terms.current.mark;
    return order.isBid ? above : -above;
  }

  long reservedFee(PlainTerms.Fees fees, long price, long multiplier) {
    return PlainMoney.share(RATE_BITS, fees.worst(), price, multiplier);
  }

  long fee(long rate, long lots, long price, long multiplier) {
    return PlainMoney.share(RATE_BITS, rate, lots, Math.abs(price), multiplier);
  }

  /** A fill or a transfer; lots are negative for the seller. */
  void move(PlainPosition position, long lots, boolean isOlder) {
    position.lots += lots;
  }

  // ---- the four conditions of an order that closes and reduces

  /** Its side is opposite, and with the others of its side it is no larger than the position. */
  boolean closes(boolean isBid, long lots, long openOfItsSide) {
    return (isBid ? lots < 0 : lots > 0) && openOfItsSide <= Math.abs(lots);
  }

  boolean keepsInitial(long before, long with) {
    return with <= before;
  }

  boolean keepsScanLoss(long before, long filled) {
    return filled <= before;
  }

  boolean isWithinCloseBand(PlainOrder order, PlainTerms terms) {
    return beyondMark(order, terms) <= terms.closeBand;
  }
}
