package io.lockstep.sim.fuzz;

/**
 * A stretch of the run with a flow of its own: first the shares of the kinds of command, in
 * percent, then what shapes the orders, and at last the shares of the sorts of new order, the rest
 * of which may rest.
 */
enum Phase {
  // orders cancels replaces parks settings hostile | width lots
  //     | immediate fillOrKill postOnly reduceOnly parked
  /** Few prices, so that most orders cross and levels hold many. */
  TIGHT(62, 8, 14, 3, 3, 10, 5, 20, 15, 8, 4, 3, 2),
  /** Many prices and little trade: deep books. */
  DEEP(64, 8, 12, 3, 3, 10, 150, 50, 5, 2, 6, 1, 2),
  /** The largest orders at the fewest prices: levels whose lots need more than 32 bits. */
  HEAVY(80, 4, 6, 2, 1, 7, 2, 1 << 26, 2, 1, 1, 0, 0),
  /** Large orders that take many levels, to the band and beyond. */
  SWEEP(66, 8, 10, 3, 3, 10, 60, 400, 22, 6, 2, 2, 1),
  /** Mostly cancels. */
  CANCELS(25, 50, 10, 3, 3, 9, 40, 30, 15, 4, 4, 2, 4),
  /** Mostly replaces, of all sorts. */
  REPLACES(25, 5, 55, 3, 2, 10, 20, 30, 10, 2, 4, 1, 6),
  /** Two owners and what belongs to them, at few prices. */
  SELF_TRADE(70, 4, 14, 2, 2, 8, 4, 30, 20, 20, 3, 2, 1),
  /** Orders of about as many lots as there are. */
  FILL_OR_KILL(72, 5, 8, 2, 3, 10, 12, 40, 5, 40, 3, 1, 1),
  /** Orders as large as the position allows, and one lot larger. */
  BOUND(58, 14, 16, 2, 2, 8, 20, 1 << 24, 10, 2, 2, 12, 4),
  /** Orders are parked, crossed and unparked, as a call auction does. */
  AUCTION(50, 6, 12, 16, 4, 12, 15, 40, 5, 1, 2, 1, 75),
  /** Bands and windows move, and orders leave the window and come back. */
  WINDOW(50, 8, 10, 6, 16, 10, 80, 40, 10, 3, 3, 2, 8),
  /** Every second command is broken in some way. */
  HOSTILE(28, 5, 8, 3, 4, 52, 20, 25, 20, 5, 5, 4, 6),
  /** Books are emptied order by order and their instruments set anew. */
  DRAIN(15, 60, 5, 3, 8, 9, 30, 25, 20, 4, 4, 2, 2),
  /** The pool stays full or nearly so. */
  FULL(64, 16, 6, 3, 1, 10, 100, 20, 5, 1, 2, 1, 4);

  /** Those chosen by chance. */
  static final Phase[] BY_CHANCE = {
    TIGHT,
    DEEP,
    HEAVY,
    SWEEP,
    CANCELS,
    REPLACES,
    SELF_TRADE,
    FILL_OR_KILL,
    BOUND,
    AUCTION,
    AUCTION,
    WINDOW,
    WINDOW,
    HOSTILE,
    HOSTILE,
    DRAIN
  };

  /** Those that do not make the books deeper. */
  static final Phase[] THINNING = {TIGHT, SWEEP, CANCELS, SELF_TRADE, DRAIN};

  final int orders;
  final int cancels;
  final int replaces;
  final int parks;
  final int settings;
  final int widthTicks;
  final int largestLots;
  final int parkedPercent;

  /** Whether bids stay below the middle and asks above it, so that they rest. */
  final boolean keepsApart;

  private final int[] percentOfKinds;

  Phase(
      int orders,
      int cancels,
      int replaces,
      int parks,
      int settings,
      int hostile,
      int widthTicks,
      int largestLots,
      int immediate,
      int fillOrKill,
      int postOnly,
      int reduceOnly,
      int parked) {
    if (orders + cancels + replaces + parks + settings + hostile != 100) {
      throw new IllegalArgumentException("shares of a phase add up to 100");
    }
    this.orders = orders;
    this.cancels = cancels;
    this.replaces = replaces;
    this.parks = parks;
    this.settings = settings;
    this.widthTicks = widthTicks;
    this.largestLots = largestLots;
    this.parkedPercent = parked;
    int rest = 100 - immediate - fillOrKill - postOnly - reduceOnly - parked;
    percentOfKinds = new int[] {rest, postOnly, parked, immediate, reduceOnly, fillOrKill};
    keepsApart = name().equals("FULL") || name().equals("HEAVY");
  }

  /** A sort of new order, by the phase's shares. */
  OrderKind orderKind(Dice dice) {
    int choice = dice.below(100);
    int kind = 0;
    while (choice >= percentOfKinds[kind]) {
      choice -= percentOfKinds[kind++];
    }
    return OrderKind.values()[kind];
  }
}
