package io.lockstep.sim.model.margin;

/** The bounds of docs/card.md: within them nothing overflows 64 bits. */
public final class Bounds {
  /** Most lots of a position and its open orders. */
  public static final int LOTS = (1 << 28) - 1;

  /** Most instruments of a risk group. */
  public static final int INSTRUMENTS_OF_GROUP = 128;

  /** Most positions of a portfolio. */
  public static final int POSITIONS_OF_PORTFOLIO = 128;

  /** Most positions of an account. */
  public static final int POSITIONS_OF_ACCOUNT = 1_024;

  /** Most fee tiers; they are numbered from 0. */
  public static final int TIERS = 8;

  /** Largest factor of IM and MM, in 1/256. */
  public static final int FACTOR = 512;

  private static final long POSITION = (1L << 49) - 1;
  private static final long LOT = 1L << 27;
  private static final long RATE = 1L << 17;
  private static final long ADD_ON = 1L << 54;
  private static final long CASH = 1L << 60;
  private static final long LOADED_CASH = 3L << 59;
  private static final long CURVE = 1L << 28;

  private Bounds() {}

  /**
   * Whether a position of so many lots may be worth so much a lot.
   *
   * @param lots at least 1.
   * @param amount unsigned.
   */
  public static boolean allowsPosition(long lots, long amount) {
    return Long.compareUnsigned(amount, POSITION / lots) <= 0;
  }

  /**
   * Whether a risk array or a size curve may name the amount.
   *
   * @param lots the position limit.
   * @param amount of one lot, unsigned.
   */
  public static boolean allowsLot(long lots, long amount) {
    return Long.compareUnsigned(amount, LOT) < 0 && allowsPosition(lots, amount);
  }

  /** Whether a price times a multiplier, plus a fee, is allowed at this position limit. */
  public static boolean allowsTerms(long lots, long multiplier, long maxPrice, long worstFee) {
    long cost = multiplier * maxPrice;
    return allowsPosition(1, cost)
        && allowsPosition(1, worstFee)
        && allowsPosition(lots, cost + worstFee);
  }

  /** Whether a fee rate is allowed, a rebate too. */
  public static boolean allowsRate(int rate) {
    return Math.abs((long) rate) < RATE;
  }

  /** Whether a size curve may bend at so many lots. */
  public static boolean allowsCurveBound(long lots) {
    return lots < CURVE;
  }

  /** Whether an add-on is allowed; also of a sum of an allowed one that wrapped round. */
  public static boolean allowsAddOn(long addOn) {
    return addOn >= 0 && addOn < ADD_ON;
  }

  /**
   * Whether an account with so much cash may order, transfer and be adjusted; also of a sum of
   * allowed cash that wrapped round, which is far outside.
   */
  public static boolean allowsCash(long cash) {
    return cash > -CASH && cash < CASH;
  }

  /** Whether an account may be loaded with so much cash. */
  public static boolean allowsLoadedCash(long cash) {
    return cash > -LOADED_CASH && cash < LOADED_CASH;
  }
}
