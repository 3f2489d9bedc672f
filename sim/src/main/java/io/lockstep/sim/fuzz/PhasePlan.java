package io.lockstep.sim.fuzz;

/**
 * Which phase a command falls in. Phases follow each other by chance; from time to time the pool is
 * filled, kept full, and emptied, where the run is long enough for it.
 */
final class PhasePlan {
  private static final int LONGEST = 3_000;
  private static final int SHORTEST = 50;
  private static final int PHASES_A_RUN = 40;
  private static final int MOST_LIVE_BY_CHANCE = 8_000;
  private static final int COMMANDS_FULL = 10_000;
  private static final int COMMANDS_A_FILL_OF_ONE = 16;

  private final Dice dice;
  private final Knowledge knowledge;
  private final int longest;
  private final long commands;
  private final int fillEvery;
  private long nextFill;
  private long endsAt;
  private Phase phase = Phase.DEEP;

  PhasePlan(Dice dice, Knowledge knowledge, long commands) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.commands = commands;
    longest = (int) Math.max(SHORTEST, Math.min(LONGEST, commands / PHASES_A_RUN));
    int liveOrders = knowledge.card.liveOrders();
    fillEvery = Math.max(COMMANDS_FULL, COMMANDS_A_FILL_OF_ONE * liveOrders);
    nextFill = fillEvery / 4;
  }

  Phase phase() {
    return phase;
  }

  /** Moves on to the next command; true where a phase begins with it. */
  boolean advance() {
    long number = knowledge.sent();
    boolean full = knowledge.orders.liveCount() >= knowledge.card.liveOrders();
    if (number < endsAt && !(phase == Phase.FILL && full)) {
      return false;
    }
    choose(number);
    return true;
  }

  private void choose(long number) {
    int liveOrders = knowledge.card.liveOrders();
    if (phase == Phase.FILL) {
      begin(Phase.FULL, number, Math.min(COMMANDS_FULL, Math.max(SHORTEST, 8 * liveOrders)));
    } else if (phase == Phase.FULL) {
      begin(Phase.EMPTY, number, SHORTEST + 4 * knowledge.card.instruments());
    } else if (number >= nextFill && commands - number >= 2L * liveOrders) {
      nextFill = number + fillEvery;
      begin(Phase.FILL, number, 2 * liveOrders);
    } else {
      boolean deep = knowledge.orders.liveCount() > MOST_LIVE_BY_CHANCE;
      Phase[] choice = deep ? Phase.THINNING : Phase.BY_CHANCE;
      begin(
          choice[dice.below(choice.length)], number, (int) dice.between(longest / 4 + 1, longest));
    }
  }

  private void begin(Phase next, long number, int length) {
    phase = next;
    endsAt = number + length;
  }
}
