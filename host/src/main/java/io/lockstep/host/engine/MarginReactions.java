package io.lockstep.host.engine;

import io.lockstep.host.margin.MarginAccounts;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.client.MarginStatus;
import io.lockstep.schema.client.ReactionKind;

/** Stage B asks for the reactions of margin. */
final class MarginReactions {
  private final RiskGroups groups;
  private final MarginAccounts accounts;
  private final Portfolios portfolios;
  private final OrderTable orders;
  private final ReserveRounds reserves;
  private final PendingReactions reactions;

  MarginReactions(
      LogState state, OrderTable orders, ReserveRounds reserves, PendingReactions reactions) {
    groups = state.groups();
    accounts = state.marginAccounts();
    portfolios = state.portfolios();
    this.orders = orders;
    this.reserves = reserves;
    this.reactions = reactions;
  }

  /** A group's marks have moved. */
  void onMarks(int group) {
    for (int at = groups.firstFrom(0, group);
        at != RiskGroups.NONE;
        at = groups.firstFrom(at + 1, group)) {
      reserves.onMark(at);
    }
  }

  /** A run of portfolios is valued at the newest marks: another scenario may be the worst now. */
  void onSwept(int first, int count) {
    for (int slot = first; slot < first + count; slot++) {
      onStatus(portfolios.account(slot));
    }
  }

  /** An account's status was reported, or what it rests on has moved. */
  void onStatus(int account) {
    boolean breached = accounts.status(account) != MarginStatus.HEALTHY;
    if (breached && orders.firstOfAccount(account) != OrderTable.NO_SLOT) {
      reactions.ask(ReactionKind.MARGIN_CALL, account);
    }
  }
}
