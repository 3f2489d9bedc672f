package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.MarginStatusDecoder;

/** How accounts stood when the card last told: exact then, and older with each command since. */
final class KnownMoney {
  /** |C| of an account that may trade is below it. */
  static final long CASH_BOUND = 1L << 60;

  /** |C| of an account that is loaded is below it. */
  static final long LOAD_BOUND = 3L << 59;

  /** An add-on is below it. */
  static final long ADD_ON_BOUND = 1L << 54;

  /**
   * What a marginStatus told; after a dry run {@code free} is with the order in, and all else as it
   * is.
   */
  record Figures(int account, long cash, long equity, long free, long maintenance) {}

  private final int[] status;
  private Figures reported;
  private Figures answered;
  private long answeredId;

  KnownMoney(int accounts) {
    status = new int[accounts];
  }

  /** An account's status changed. */
  void learn(MarginStatusDecoder line) {
    reported = figures(line);
    status[reported.account()] = line.statusRaw();
  }

  /** A dry run was answered. */
  void learnDryRun(MarginStatusDecoder line, long id) {
    answered = figures(line);
    answeredId = id;
  }

  private static Figures figures(MarginStatusDecoder line) {
    return new Figures(
        (int) line.account(),
        line.cash(),
        line.equity(),
        line.equity() - line.reserve() - line.initialMargin(),
        line.maintenanceMargin());
  }

  void setStatus(int account, int lastReported) {
    status[account] = lastReported;
  }

  /** Last reported: 0 healthy, then the worse the higher. */
  int status(int account) {
    return status[account];
  }

  /** What the last change of a status told, once; null where there was none since. */
  Figures takeReported() {
    Figures taken = reported;
    reported = null;
    return taken;
  }

  /** What the answer of a dry run told, where it was the last dry run answered; else null. */
  Figures answerOf(long id) {
    return answeredId == id ? answered : null;
  }
}
