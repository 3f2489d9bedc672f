package io.lockstep.sim.model.margin;

import java.util.Arrays;

/** An instrument's fee rates, a row for each tier, in 2^-24 of what a fill costs. */
public final class FeeRows {
  /** Bits of a rate behind the point. */
  static final int RATE_BITS = 24;

  private static final int BITS_OF_RATE = 18;
  private static final long RATE_MASK = (1L << BITS_OF_RATE) - 1;
  private static final int BITS_BETWEEN = 8;

  private final int[] maker = new int[Bounds.TIERS];
  private final int[] taker = new int[Bounds.TIERS];
  private final int[] auction = new int[Bounds.TIERS];

  FeeRows() {}

  /** Sets the rates of a tier; a negative one is a rebate. */
  public void set(int tier, int makerRate, int takerRate, int auctionRate) {
    maker[tier] = makerRate;
    taker[tier] = takerRate;
    auction[tier] = auctionRate;
  }

  void clear() {
    Arrays.fill(maker, 0);
    Arrays.fill(taker, 0);
    Arrays.fill(auction, 0);
  }

  /** The rate of an order that rested. */
  public int maker(int tier) {
    return maker[tier];
  }

  /** The rate of the aggressor. */
  public int taker(int tier) {
    return taker[tier];
  }

  /** The rate of both sides in a call auction. */
  public int auction(int tier) {
    return auction[tier];
  }

  /** The worst of three rates, which is no rebate. */
  public static int worst(int makerRate, int takerRate, int auctionRate) {
    return Math.max(0, Math.max(makerRate, Math.max(takerRate, auctionRate)));
  }

  /** The worst rate of a tier, which is no rebate. */
  int worst(int tier) {
    return worst(maker[tier], taker[tier], auction[tier]);
  }

  /** The checksum of the audit. */
  public long checksum() {
    long sum = 0;
    for (int tier = 0; tier < Bounds.TIERS; tier++) {
      long row =
          (maker[tier] & RATE_MASK)
              | (taker[tier] & RATE_MASK) << BITS_OF_RATE
              | (auction[tier] & RATE_MASK) << 2 * BITS_OF_RATE;
      sum = Checksum.with(sum, row, BITS_BETWEEN * tier);
    }
    return sum;
  }
}
