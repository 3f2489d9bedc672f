package io.lockstep.sim.fuzz;

/**
 * A stretch of the run with a flow of its own. The first five figures are the shares of the kinds
 * of command; the others shape the orders.
 */
enum Phase {
  /** Few prices, so that most orders cross and levels hold many. */
  TIGHT(78, 10, 8, 3, 1, 5, 25, 20),
  /** Many prices and little trade: deep books. */
  DEEP(76, 10, 9, 3, 2, 150, 6, 50),
  /** The largest orders at the fewest prices: levels whose lots need more than 32 bits. */
  HEAVY(89, 2, 7, 1, 1, 2, 2, (1 << 28) - 1),
  /** Large orders that take many levels, to the band and beyond. */
  SWEEP(76, 10, 10, 3, 1, 60, 25, 400),
  /** Mostly cancels. */
  CANCELS(28, 58, 9, 3, 2, 40, 20, 30),
  /** Every second command is broken in some way. */
  HOSTILE(33, 10, 50, 4, 3, 20, 25, 20),
  /** Books are emptied order by order and their instruments set anew. */
  DRAIN(15, 65, 10, 3, 7, 30, 25, 20),
  /** Orders that rest, until the pool is full. */
  FILL(97, 0, 2, 0, 1, 100, 0, 20),
  /** The pool stays full or nearly so. */
  FULL(68, 20, 9, 2, 1, 100, 6, 20),
  /** Orders at the end of the band that take all that they may. */
  EMPTY(94, 0, 4, 1, 1, 300, 100, 3_000);

  /** Those chosen by chance; the others have their turn when the pool is to be filled. */
  static final Phase[] BY_CHANCE = {
    TIGHT, TIGHT, DEEP, HEAVY, SWEEP, SWEEP, CANCELS, HOSTILE, DRAIN
  };

  /** Those that do not make the books deeper. */
  static final Phase[] THINNING = {TIGHT, SWEEP, CANCELS, HOSTILE, DRAIN};

  final int orders;
  final int cancels;
  final int hostile;
  final int bands;
  final int settings;
  final int widthTicks;
  final int immediatePercent;
  final int largestLots;

  Phase(
      int orders,
      int cancels,
      int hostile,
      int bands,
      int settings,
      int widthTicks,
      int immediatePercent,
      int largestLots) {
    if (orders + cancels + hostile + bands + settings != 100) {
      throw new IllegalArgumentException("shares of a phase add up to 100");
    }
    this.orders = orders;
    this.cancels = cancels;
    this.hostile = hostile;
    this.bands = bands;
    this.settings = settings;
    this.widthTicks = widthTicks;
    this.immediatePercent = immediatePercent;
    this.largestLots = largestLots;
  }
}
