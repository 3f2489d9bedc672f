package io.lockstep.host.engine;

import io.lockstep.host.slots.SlotList;
import io.lockstep.schema.card.ReservedDecoder;
import io.lockstep.schema.client.ReactionKind;

/**
 * What orders reserve is computed anew where a mark has moved past them, or was past them before:
 * those of an instrument, by rising id, so many a reaction.
 */
final class ReserveRounds extends ReactionWork {
  private static final int ORDERS_A_REACTION = 64;

  private final OrderTable orders;
  private final AccountMargin margin;
  private final PendingReactions reactions;
  private final Commands commands;
  private final SlotList due;
  private final CommandKind reserving = new Reserving();
  private int given;
  private int end;

  ReserveRounds(
      OrderTable orders, AccountMargin margin, PendingReactions reactions, Commands commands) {
    this.orders = orders;
    this.margin = margin;
    this.reactions = reactions;
    this.commands = commands;
    due = new SlotList(orders.slots());
  }

  /** Stage B: a mark has moved. Asks for a round, if an order reserves what it should not. */
  void onMark(int instrument) {
    for (int slot = orders.firstLive(instrument);
        slot != OrderTable.NO_SLOT;
        slot = orders.nextLive(slot)) {
      if (isDue(slot)) {
        reactions.ask(ReactionKind.RESERVE, instrument);
        return;
      }
    }
  }

  private boolean isDue(int slot) {
    return orders.isOnCard(slot) && orders.reserve(slot) != margin.reserveAtMark(slot);
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void begin(RequestKind by, LogMessage message, int instrument) {
    due.clear();
    for (int slot = orders.firstLive(instrument);
        slot != OrderTable.NO_SLOT;
        slot = orders.nextLive(slot)) {
      if (isDue(slot)) {
        due.add(slot, orders.orderId(slot), 0);
      }
    }
    due.sort();
    given = 0;
    end = Math.min(ORDERS_A_REACTION, due.size());
    if (end < due.size()) {
      reactions.ask(ReactionKind.RESERVE, instrument);
    }
  }

  @Override
  boolean next(LogMessage message, Request request) {
    if (given == end) {
      return false;
    }
    request.begin(reserving, message);
    request.slot = due.get(given++);
    request.account = orders.account(request.slot);
    commands.margin(request).reserve(orders.orderId(request.slot), request.slot, request.account);
    return true;
  }

  // ------------------------------------------------------------------ stage B

  private final class Reserving extends CommandKind {
    @Override
    void onReserved(Request request, ReservedDecoder reserved) {
      Invariant.check(
          reserved.orderId() == orders.orderId(request.slot)
              && reserved.reserve() == margin.reserveAtMark(request.slot),
          "the card reserves at its mark what the host does at that");
      orders.reserve(request.slot, reserved.reserve());
    }
  }
}
