package io.lockstep.host.engine;

import io.lockstep.host.margin.Portfolios;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.ReactionKind;

/**
 * The first rung for an account whose free equity is below zero: of its open orders, those that
 * lose in the worst scenario of their portfolio are cancelled, latest first, until it is not; so
 * many a reaction.
 */
final class MarginCalls extends ReactionWork {
  private static final int ORDERS_A_REACTION = 64;

  private final Portfolios portfolios;
  private final Positions positions;
  private final OrderTable orders;
  private final AccountMargin margin;
  private final PendingReactions reactions;
  private final Commands commands;
  private final CommandKind cancelling;
  private final int[] cancels = new int[ORDERS_A_REACTION];
  private int count;
  private int given;

  MarginCalls(
      LogState state,
      OrderTable orders,
      AccountMargin margin,
      PendingReactions reactions,
      Commands commands,
      OrderEnds ends) {
    portfolios = state.portfolios();
    positions = state.positions();
    this.orders = orders;
    this.margin = margin;
    this.reactions = reactions;
    this.commands = commands;
    cancelling =
        new CommandKind() {
          @Override
          void onCancelled(Request request, CancelledDecoder cancelled) {
            ends.unasked(request, cancelled, CancelReason.MARGIN);
          }
        };
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void begin(RequestKind by, LogMessage message, int account) {
    count = 0;
    given = 0;
    long released = 0;
    margin.compute(account);
    while (margin.free() + released < 0) {
      int slot = latestThatLoses(account);
      if (slot == OrderTable.NO_SLOT) {
        break;
      }
      if (count == ORDERS_A_REACTION) {
        reactions.ask(ReactionKind.MARGIN_CALL, account);
        break;
      }
      cancels[count++] = slot;
      released += orders.openLots(slot) * orders.reserve(slot);
      countOpen(slot, -1);
      margin.compute(account);
    }
    for (int i = 0; i < count; i++) {
      countOpen(cancels[i], 1); // it is the card that cancels
    }
  }

  private void countOpen(int slot, int sign) {
    positions.count(orders.position(slot), orders.isBid(slot), sign * orders.openLots(slot));
  }

  private int latestThatLoses(int account) {
    int latest = OrderTable.NO_SLOT;
    for (int portfolio = portfolios.first(account);
        portfolio != Portfolios.MISSING;
        portfolio = portfolios.next(portfolio)) {
      int scenario = margin.worstScenario(portfolio);
      if (scenario != AccountMargin.NO_SCENARIO) {
        latest = later(latest, latestThatLoses(account, portfolio, scenario));
      }
    }
    return latest;
  }

  private int latestThatLoses(int account, int portfolio, int scenario) {
    int latest = OrderTable.NO_SLOT;
    for (int slot = orders.firstOfAccount(account);
        slot != OrderTable.NO_SLOT;
        slot = orders.nextOfAccount(slot)) {
      if (!isPlanned(slot)
          && positions.portfolio(orders.position(slot)) == portfolio
          && margin.losesIn(slot, portfolio, scenario)) {
        latest = later(latest, slot);
      }
    }
    return latest;
  }

  private int later(int one, int other) {
    if (one == OrderTable.NO_SLOT || other == OrderTable.NO_SLOT) {
      return one == OrderTable.NO_SLOT ? other : one;
    }
    return orders.priority(one) > orders.priority(other) ? one : other;
  }

  private boolean isPlanned(int slot) {
    for (int i = 0; i < count; i++) {
      if (cancels[i] == slot) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean next(LogMessage message, Request request) {
    if (given == count) {
      return false;
    }
    request.begin(cancelling, message);
    request.slot = cancels[given++];
    request.account = orders.account(request.slot);
    commands.cancel(request, orders.orderId(request.slot));
    return true;
  }
}
