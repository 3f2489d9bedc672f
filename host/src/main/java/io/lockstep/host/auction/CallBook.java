package io.lockstep.host.auction;

/**
 * What the orders of a call add up to by price, and the price at which an auction would execute
 * them. An order that comes or goes costs O(log n) steps, as does the price, n being the ticks of
 * the band. No allocation after the constructor; one thread.
 *
 * <p>Nothing trades outside the band: a bid above it counts at its upper end, an ask below it at
 * its lower end; a bid below it and an ask above it do not count.
 */
public final class CallBook {
  /** Asks by tick from the band's lower end: up to p, these are S(p). */
  private final TickSums asks;

  /**
   * Asks as above, and bids one tick higher: up to p, S(p) and the bids below p. What D(p) lacks of
   * all bids is the latter, so that D(p) ≥ S(p) exactly as long as this sum is at most all bids;
   * and two prices with equal sums have equal D and equal S.
   */
  private final TickSums asksAndLostBids;

  private int bandLow;
  private int ticks;
  private long allBids;

  private int priceTicks;
  private long volumeLots;
  private long imbalanceLots;

  /**
   * @param ticksMax most ticks that a band may have.
   */
  public CallBook(int ticksMax) {
    asks = new TickSums(ticksMax);
    asksAndLostBids = new TickSums(ticksMax + 1);
  }

  /** Forgets all orders; from now on prices are inside this band, both ends included. */
  public void clear(int bandLow, int bandHigh) {
    this.bandLow = bandLow;
    ticks = bandHigh - bandLow + 1;
    asks.clear(ticks);
    asksAndLostBids.clear(ticks + 1);
    allBids = 0;
    volumeLots = 0;
    imbalanceLots = 0;
  }

  /**
   * Counts an order's lots in, or out.
   *
   * @param limitTicks any price.
   * @param lots below 0: that many less.
   */
  public void add(boolean buy, int limitTicks, int lots) {
    long index = (long) limitTicks - bandLow;
    if (buy && index >= 0) {
      allBids += lots;
      asksAndLostBids.add((int) Math.min(index, ticks - 1) + 1, lots);
    } else if (!buy && index < ticks) {
      int at = (int) Math.max(index, 0);
      asks.add(at, lots);
      asksAndLostBids.add(at, lots);
    }
  }

  /**
   * Finds the price.
   *
   * @param referenceTicks decides between prices of equal volume and imbalance.
   * @return false: nothing would trade, volume and imbalance are 0, and there is no price.
   */
  public boolean determine(long referenceTicks) {
    // Up to here demand is no less than supply, behind it less. The volume rises with supply up to
    // here and falls with demand behind; the imbalance is least at the two prices themselves.
    int below = Math.min(asksAndLostBids.lastUpTo(allBids), ticks - 1);
    int above = below + 1;
    long volumeBelow = below < 0 ? 0 : supply(below);
    long volumeAbove = above == ticks ? 0 : demand(above);
    volumeLots = Math.max(volumeBelow, volumeAbove);
    imbalanceLots = 0;
    if (volumeLots == 0) {
      return false;
    }
    long excessBelow = volumeBelow == volumeLots ? demand(below) - supply(below) : Long.MAX_VALUE;
    long excessAbove = volumeAbove == volumeLots ? supply(above) - demand(above) : Long.MAX_VALUE;
    int lowest = excessBelow <= excessAbove ? firstLike(below) : above;
    int highest = excessAbove <= excessBelow ? lastLike(above) : below;
    priceTicks =
        (int) Math.max((long) bandLow + lowest, Math.min((long) bandLow + highest, referenceTicks));
    int index = priceTicks - bandLow;
    imbalanceLots = demand(index) - supply(index);
    return true;
  }

  /** Of the last {@link #determine}, if it found one. */
  public int priceTicks() {
    return priceTicks;
  }

  /** Lots that would trade, of the last {@link #determine}. */
  public long volumeLots() {
    return volumeLots;
  }

  /** Lots left at the price, of the last {@link #determine}: of buyers if positive, of sellers. */
  public long imbalanceLots() {
    return imbalanceLots;
  }

  private long supply(int index) {
    return asks.upTo(index);
  }

  private long demand(int index) {
    return allBids - (asksAndLostBids.upTo(index) - asks.upTo(index));
  }

  /** The first price with the demand and supply of this one. */
  private int firstLike(int index) {
    return asksAndLostBids.lastUpTo(asksAndLostBids.upTo(index) - 1) + 1;
  }

  /** The last price with the demand and supply of this one. */
  private int lastLike(int index) {
    return Math.min(asksAndLostBids.lastUpTo(asksAndLostBids.upTo(index)), ticks - 1);
  }
}
