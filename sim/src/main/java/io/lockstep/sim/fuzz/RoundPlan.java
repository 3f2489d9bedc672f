package io.lockstep.sim.fuzz;

/**
 * A run is a row of rounds, each from a reset of the card on: which sort the next one is, and how
 * long it lasts.
 */
final class RoundPlan {
  /** How a round begins. */
  enum Start {
    /** With definitions by chance, positions and some orders loaded. */
    FRESH,
    /** With the state in which the round before ended, loaded again. */
    RESTORED,
    /** With as many orders loaded as the pool holds. */
    FULL
  }

  private static final int COMMANDS_A_FILL_OF_ONE = 20;
  private static final int COMMANDS_A_FILL_OF_ONE_WITH_MARGIN = 100;
  private static final int COMMANDS_FULL = 4_000;
  private static final int MOST_RESTORED = 3_000;

  private final Dice dice;
  private final Knowledge knowledge;
  private final FuzzSettings settings;
  private final long fillEvery;
  private long nextFill;
  private long endsAt;
  private Start start = Start.FRESH;

  RoundPlan(Dice dice, Knowledge knowledge, FuzzSettings settings) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.settings = settings;
    int fillOfOne =
        knowledge.hasMargin() ? COMMANDS_A_FILL_OF_ONE_WITH_MARGIN : COMMANDS_A_FILL_OF_ONE;
    fillEvery = (long) fillOfOne * knowledge.card.liveOrders();
    nextFill = fillEvery / 4;
  }

  Start start() {
    return start;
  }

  /** Draws the next round. */
  void draw() {
    long number = knowledge.sent();
    int liveOrders = knowledge.card.liveOrders();
    long mean = settings.roundCommands();
    endsAt = number + dice.between(mean / 2, mean + mean / 2);
    boolean first = number == 0;
    if (!first && number >= nextFill && settings.commands() - number >= 2L * liveOrders) {
      nextFill = number + fillEvery;
      start = Start.FULL;
      endsAt = Long.MAX_VALUE;
    } else if (!first && canRestore() && !dice.oneIn(3)) {
      start = Start.RESTORED;
    } else {
      start = Start.FRESH;
    }
  }

  /** Few enough orders, and positions that are found by account and instrument. */
  private boolean canRestore() {
    return knowledge.orders.liveCount() <= MOST_RESTORED && !knowledge.positions.hasTwins();
  }

  /** The pool is full now: the round ends after some commands more. */
  void onFull() {
    endsAt = knowledge.sent() + Math.min(COMMANDS_FULL, 8L * knowledge.card.liveOrders());
  }

  boolean isOver() {
    return knowledge.sent() >= endsAt;
  }
}
