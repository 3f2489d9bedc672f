package io.lockstep.sim.fuzz;

/** Which phase a command falls in: phases follow each other by chance. */
final class PhasePlan {
  private static final int LONGEST = 1_500;
  private static final int SHORTEST = 50;
  private static final int PHASES_A_RUN = 40;
  private static final int MOST_LIVE_BY_CHANCE = 6_000;

  private final Dice dice;
  private final Knowledge knowledge;
  private final int longest;
  private long endsAt;
  private Phase phase = Phase.DEEP;

  PhasePlan(Dice dice, Knowledge knowledge, long commands) {
    this.dice = dice;
    this.knowledge = knowledge;
    longest = (int) Math.max(SHORTEST, Math.min(LONGEST, commands / PHASES_A_RUN));
  }

  Phase phase() {
    return phase;
  }

  /** The pool is full: it stays so until the round ends. */
  void keepFull() {
    phase = Phase.FULL;
    endsAt = Long.MAX_VALUE;
  }

  /** A new phase begins with the next command. */
  void restart() {
    endsAt = knowledge.sent();
  }

  /** Moves on to the next command; true where a phase begins with it. */
  boolean advance() {
    if (knowledge.sent() < endsAt) {
      return false;
    }
    boolean deep = knowledge.orders.liveCount() > MOST_LIVE_BY_CHANCE;
    Phase[] choice = deep ? Phase.THINNING : Phase.BY_CHANCE;
    phase = choice[dice.below(choice.length)];
    endsAt = knowledge.sent() + dice.between(longest / 4 + 1, longest);
    return true;
  }
}
