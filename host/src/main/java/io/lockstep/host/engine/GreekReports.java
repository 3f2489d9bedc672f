package io.lockstep.host.engine;

import io.lockstep.host.margin.GreekSums;
import io.lockstep.host.margin.Portfolios;

/** Tells an account's Greeks, one risk group after the other. One thread; allocates nothing. */
final class GreekReports {
  private static final int NOT_BEGUN = -2;

  private final Portfolios portfolios;
  private final Positions positions;
  private final MarginReports reports;
  private final GreekSums sums;
  private long nowNs;

  /** Whose Greeks are told next; {@link Portfolios#MISSING}: all are told. */
  private int portfolio = NOT_BEGUN;

  GreekReports(LogState state, MarginReports reports) {
    portfolios = state.portfolios();
    positions = state.positions();
    this.reports = reports;
    sums = new GreekSums(state.markets());
  }

  /** Stage A: what is told from now on is of this time of the log; all before it is told. */
  void begin(long timeNs) {
    nowNs = timeNs;
  }

  /** Stage B: tells those of the next risk group of a request's account; false: all are told. */
  boolean tellNext(Request request) {
    if (portfolio == NOT_BEGUN) {
      portfolio = portfolios.first(request.account);
    }
    if (portfolio == Portfolios.MISSING) {
      portfolio = NOT_BEGUN;
      return false;
    }
    sums.clear();
    for (int slot = positions.first(portfolio);
        slot != Positions.MISSING;
        slot = positions.next(slot)) {
      sums.add(positions.instrument(slot), positions.lots(slot), nowNs);
    }
    reports.greeks(request, portfolios.group(portfolio), sums);
    portfolio = portfolios.next(portfolio);
    return true;
  }
}
