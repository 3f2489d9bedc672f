package io.lockstep.sim.model;

import io.lockstep.sim.model.margin.AccountMargin;

/** Tells when an account's status is another than the one last reported. */
final class StatusReports {
  private final CardState state;
  private final EventWriter events;
  private final boolean withMargin;

  StatusReports(CardState state, EventWriter events) {
    this.state = state;
    this.events = events;
    this.withMargin = state.hasMargin();
  }

  /** Compares after an event that touched the account; without margin there is no status. */
  void compare(int account) {
    if (!withMargin) {
      return;
    }
    AccountMargin margin = state.accounts.margin(account);
    if (margin.status() != margin.reported()) {
      margin.report();
      events.marginStatus(account, margin);
    }
  }
}
