package io.lockstep.sim.model;

import io.lockstep.schema.card.AdjustDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.AccountMargin;
import io.lockstep.sim.model.margin.Bounds;

/** Adjust: moves the cash of an account. */
final class AdjustCommand extends Command {
  private final Revaluation revaluation;
  private final StatusReports statuses;
  private final AdjustDecoder command = new AdjustDecoder();
  private int account;

  AdjustCommand(
      CardState state, EventWriter events, Revaluation revaluation, StatusReports statuses) {
    super(state, events, AdjustDecoder.TEMPLATE_ID, Flags.SYSTEM, When.LOADED);
    this.revaluation = revaluation;
    this.statuses = statuses;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    account = (int) command.account();
  }

  @Override
  void revalue() {
    revaluation.ofAccountIfKnown(account);
  }

  @Override
  RejectReason refusal() {
    if (!state.accounts.knows(account)) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    AccountMargin margin = state.accounts.margin(account);
    long amount = command.amount();
    if (!Bounds.allowsCash(margin.cash()) || !Bounds.allowsCash(margin.cash() + amount)) {
      return RejectReason.CASH_BOUND;
    }
    boolean lacks = amount < 0 && !hasFlag(Flags.SYSTEM) && margin.free() + amount < 0;
    return lacks ? RejectReason.MARGIN_INSUFFICIENT : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    state.accounts.margin(account).addCash(command.amount());
    events.done(TemplateId.ADJUST, 0);
    statuses.compare(account);
  }
}
