package io.lockstep.sim.model;

import io.lockstep.schema.card.MarginStatus;
import io.lockstep.sim.model.PlainState.PlainInstrument;
import io.lockstep.sim.model.PlainState.PlainPortfolio;
import io.lockstep.sim.model.PlainState.PlainPosition;
import io.lockstep.sim.model.PlainTerms.Bank;
import java.util.List;

/**
 * What margin makes of portfolios and accounts in {@link PlainCard}. No sum is kept: each question
 * is answered from positions, live orders and parameters.
 */
final class PlainMargin {
  /** How an account stands. */
  record Figures(long cash, long value, long reserve, long initial, long maintenance) {
    long equity() {
      return Math.addExact(cash, value);
    }

    long free() {
      return Math.subtractExact(Math.subtractExact(equity(), reserve), initial);
    }

    MarginStatus status() {
      if (equity() < 0) {
        return MarginStatus.BANKRUPT;
      }
      if (equity() < maintenance) {
        return MarginStatus.MAINTENANCE_BREACHED;
      }
      return free() < 0 ? MarginStatus.INITIAL_BREACHED : MarginStatus.HEALTHY;
    }
  }

  private final PlainState state;
  private final PlainFormulas formulas;

  PlainMargin(PlainState state, PlainFormulas formulas) {
    this.state = state;
    this.formulas = formulas;
  }

  Figures of(long account) {
    long value = 0;
    long initial = 0;
    long maintenance = 0;
    for (long slot : state.portfoliosOf(account)) {
      value = Math.addExact(value, value(slot));
      initial = Math.addExact(initial, initial(slot));
      maintenance = Math.addExact(maintenance, maintenance(slot));
    }
    long reserve =
        state
            .live()
            .filter(order -> order.account == account)
            .mapToLong(order -> PlainMoney.product(order.open(), order.reserve))
            .reduce(0, Math::addExact);
    return new Figures(state.accounts.get(account).cash, value, reserve, initial, maintenance);
  }

  long value(long portfolio) {
    boolean isOlder = state.portfolios.get(portfolio).isStale;
    long sum = 0;
    for (long slot : state.positionsOf(portfolio)) {
      PlainTerms terms = terms(slot);
      long mark = formulas.bank(terms, isOlder).mark;
      sum = Math.addExact(sum, PlainMoney.product(lots(slot), mark, terms.multiplier));
    }
    return sum;
  }

  long initial(long portfolio) {
    PlainPortfolio of = state.portfolios.get(portfolio);
    long minimum = 0;
    long size = 0;
    for (long slot : state.positionsOf(portfolio)) {
      Bank bank = formulas.bank(terms(slot), of.isStale);
      long bids = state.openLots(slot, true);
      long asks = state.openLots(slot, false);
      minimum = Math.addExact(minimum, formulas.shortMinimum(bank, asks - lots(slot)));
      size = Math.addExact(size, formulas.size(bank, formulas.largest(lots(slot), bids, asks)));
    }
    long scan = formulas.scanPart(factors(of).initial(), worst(portfolio));
    return Math.addExact(Math.addExact(formulas.floored(scan, minimum), size), of.addOn);
  }

  long maintenance(long portfolio) {
    PlainPortfolio of = state.portfolios.get(portfolio);
    long minimum = 0;
    long size = 0;
    for (long slot : state.positionsOf(portfolio)) {
      Bank bank = formulas.bank(terms(slot), of.isStale);
      minimum = Math.addExact(minimum, formulas.shortMinimum(bank, -lots(slot)));
      size = Math.addExact(size, formulas.size(bank, Math.abs(lots(slot))));
    }
    long scan = formulas.scanPart(factors(of).maintenance(), profits(portfolio));
    return Math.addExact(Math.addExact(formulas.floored(scan, minimum), size), of.addOn);
  }

  private PlainState.Factors factors(PlainPortfolio portfolio) {
    PlainState.PlainGroup group = state.groups.get(portfolio.group);
    return portfolio.isStale ? group.other : group.current;
  }

  /** V: the positions' profit in each scenario. */
  long[] profits(long portfolio) {
    return lanes(portfolio, false);
  }

  /** W: the same with the worst set of fills. */
  long[] worst(long portfolio) {
    return lanes(portfolio, true);
  }

  private long[] lanes(long portfolio, boolean withOpen) {
    boolean isOlder = state.portfolios.get(portfolio).isStale;
    long[] sums = new long[state.capacities.scenarios()];
    List<Long> slots = state.positionsOf(portfolio);
    for (long slot : slots) {
      PlainTerms terms = terms(slot);
      long bids = withOpen ? state.openLots(slot, true) : 0;
      long asks = withOpen ? state.openLots(slot, false) : 0;
      for (int s = 0; s < sums.length; s++) {
        long open = formulas.worstOfOpen(bids, asks, formulas.bank(terms, isOlder).profits[s]);
        long profit = formulas.profit(state.positions.get(slot), terms, isOlder, s);
        sums[s] = Math.addExact(sums[s], Math.addExact(profit, open));
      }
    }
    return sums;
  }

  /** The largest loss of a portfolio's positions, after a fill of one of them. */
  long scanLossAfter(long portfolio, long position, long lots) {
    PlainPosition moved = state.positions.get(position);
    moved.lots += lots;
    long loss = PlainFormulas.scanLoss(profits(portfolio));
    moved.lots -= lots;
    return loss;
  }

  private PlainTerms terms(long position) {
    PlainInstrument instrument = state.instruments.get(state.positions.get(position).instrument);
    return instrument.terms;
  }

  private long lots(long position) {
    return state.positions.get(position).lots;
  }
}
