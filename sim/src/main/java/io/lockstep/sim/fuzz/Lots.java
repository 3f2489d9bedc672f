package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.SelfTradePrevention;

/** Quantities of orders, chosen near the bounds that a rule draws. */
final class Lots {
  private static final long MOST = KnownPositions.BOUND;
  private static final int LARGEST_WALK = 2_000;

  private final Dice dice;
  private final Knowledge knowledge;

  Lots(Dice dice, Knowledge knowledge) {
    this.dice = dice;
    this.knowledge = knowledge;
  }

  /** Quantity of a new order of a position; at least 1 and no more than the instrument allows. */
  long ofOrder(
      int position,
      boolean sells,
      OrderKind kind,
      Phase phase,
      int price,
      SelfTradePrevention mode) {
    int instrument = knowledge.positions.instrument(position);
    long lots =
        switch (kind) {
          case FILL_OR_KILL -> nearWhatIsThere(position, instrument, sells, price, mode);
          case REDUCE_ONLY -> Math.abs(knowledge.positions.lots(position)) + dice.between(-2, 2);
          default -> plain(position, phase);
        };
    return Math.max(1, Math.min(lots, knowledge.instruments.maxQuantity(instrument)));
  }

  private long plain(int position, Phase phase) {
    if ((phase == Phase.BOUND || phase == Phase.HEAVY) && dice.oneIn(2)) {
      return knowledge.positions.room(position) + dice.between(-1, 1);
    }
    long most = phase.largestLots;
    if (knowledge.hasMargin()) {
      most = Math.max(1, Math.min(most, knowledge.positions.room(position) / 2));
    }
    return dice.oneIn(200) ? MOST : dice.between(1, most);
  }

  /** About as much as a fill or kill would find, by its owner and its mode. */
  private long nearWhatIsThere(
      int position, int instrument, boolean sells, int limit, SelfTradePrevention mode) {
    KnownOrders orders = knowledge.orders;
    if (dice.oneIn(4) || orders.count(instrument, !sells, false) > LARGEST_WALK) {
      return dice.between(1, 100);
    }
    int account = knowledge.positions.account(position);
    int group = knowledge.accounts.group(account);
    boolean passesOver = mode == SelfTradePrevention.CANCEL_RESTING || dice.oneIn(4);
    long there = 0;
    for (int slot : orders.slots(instrument, !sells, false)) {
      int price = orders.price(slot);
      boolean within = sells ? price >= limit : price <= limit;
      if (within && !(passesOver && orders.isOwned(slot, account, group))) {
        there += orders.open(slot);
      }
    }
    return dice.oneIn(3) ? dice.between(1, Math.max(1, there)) : there + dice.between(-1, 1);
  }

  /** New total of the order in a slot: lower, the same, higher, or so low that it ends. */
  long ofReplace(int slot, Phase phase) {
    KnownOrders orders = knowledge.orders;
    long total = orders.total(slot);
    long filled = total - orders.open(slot);
    long most = knowledge.instruments.maxQuantity(orders.instrument(slot));
    long lots =
        switch (dice.below(8)) {
          case 0, 1 -> dice.between(filled + 1, total);
          case 2 -> total;
          case 3 -> total + 1;
          case 4 -> phase == Phase.BOUND || dice.oneIn(16) ? atTheBound(slot) : total + 2;
          case 5 -> dice.oneIn(2) ? filled : filled + 1;
          default -> filled + dice.between(1, phase.largestLots);
        };
    return Math.max(0, Math.min(lots, most));
  }

  private long atTheBound(int slot) {
    long room = knowledge.positions.room(knowledge.orders.positionSlot(slot));
    return knowledge.orders.total(slot) + room + dice.between(0, 1);
  }
}
