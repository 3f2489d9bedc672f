package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;

/** A command that binds a portfolio slot to an account and a risk group. */
abstract class NewPortfolioCommand extends Command {
  /** Where the command's fields stand. */
  record Offsets(int slot, int account, int group) {}

  int group;

  private final Checks checks;
  private final Holdings holdings;
  private final Offsets offsets;
  private int slot;
  private int account;

  NewPortfolioCommand(
      CardState state,
      EventWriter events,
      Checks checks,
      Holdings holdings,
      int template,
      When when,
      Offsets offsets) {
    super(state, events, template, Flags.NONE, when);
    this.checks = checks;
    this.holdings = holdings;
    this.offsets = offsets;
  }

  @Override
  void decode(Messages window, int at) {
    slot = window.getInt(at + offsets.slot);
    account = window.getInt(at + offsets.account);
    group = window.getShort(at + offsets.group);
  }

  @Override
  RejectReason refusal() {
    return checks.newPortfolio(slot, account, group);
  }

  /** Opens the portfolio, of a bank of its group. */
  final void open(int bank, long addOn) {
    holdings.openPortfolio(slot, account, group, bank, addOn);
  }
}
