package io.lockstep.sim.model;

import io.lockstep.sim.model.margin.Portfolio;

/** Brings portfolios of the epoch before up to the current bank. */
final class Revaluation {
  private final CardState state;
  private final Holdings holdings;
  private final StatusReports statuses;

  Revaluation(CardState state, Holdings holdings, StatusReports statuses) {
    this.state = state;
    this.holdings = holdings;
    this.statuses = statuses;
  }

  /** Re-values all stale portfolios of an account; if there were some, compares its status. */
  void ofAccount(int account) {
    boolean revalued = false;
    Portfolio portfolio = state.accounts.margin(account).firstPortfolio();
    for (; portfolio != null; portfolio = portfolio.next()) {
      if (portfolio.isStale()) {
        holdings.revalue(portfolio);
        revalued = true;
      }
    }
    if (revalued) {
      statuses.compare(account);
    }
  }

  /** Re-values a portfolio that is stale, and compares its account's status. */
  void ofStale(Portfolio portfolio) {
    holdings.revalue(portfolio);
    statuses.compare(portfolio.accountNumber());
  }

  /** As of an account, if margin is there and the account is known. */
  void ofAccountIfKnown(int account) {
    if (state.hasMargin() && state.accounts.knows(account)) {
      ofAccount(account);
    }
  }
}
