package io.lockstep.sim.model.margin;

import java.util.Arrays;

/**
 * An account's positions of one risk group, valued in the bank that the portfolio is of. V, W and
 * the other sums follow each change of a position: it is counted out as it was, and counted in as
 * it is.
 */
public final class Portfolio {
  private static final int FACTOR_BITS = 8;

  /** Its number. */
  public final int slot;

  private final long[] held;
  private final long[] worst;
  private RiskGroup group;
  private int groupNumber;
  private AccountMargin account;
  private int accountNumber;
  private Portfolio next;
  private int bank;
  private int positions;
  private long addOn;
  private long value;
  private long shortHeld;
  private long shortWithAsks;
  private long sizeHeld;
  private long sizeWithOrders;
  private long initialMargin;
  private long maintenanceMargin;

  /** Not open. */
  public Portfolio(int slot, int scenarios) {
    this.slot = slot;
    held = new long[scenarios];
    worst = new long[scenarios];
  }

  /**
   * Binds it to an account and a group, without positions.
   *
   * @param ofBank of the group's banks, that whose figures it has.
   */
  public void open(
      AccountMargin of, int ofNumber, RiskGroup in, int inNumber, int ofBank, long withAddOn) {
    account = of;
    accountNumber = ofNumber;
    group = in;
    groupNumber = inNumber;
    bank = ofBank;
    account.add(this);
    group.addPortfolios(1, isStale() ? 1 : 0);
    setAddOn(withAddOn);
  }

  /** Frees it; it has neither positions nor an add-on, so that all of its sums are 0. */
  public void close() {
    account.remove(this);
    group.addPortfolios(-1, isStale() ? -1 : 0);
  }

  /** Whether it is of the epoch before its group's. */
  public boolean isStale() {
    return bank != group.currentBank();
  }

  /** Forgets its sums, and is of the current bank; its positions are to be counted in. */
  public void startAnew() {
    if (isStale()) {
      group.addPortfolios(0, -1);
    }
    bank = group.currentBank();
    Arrays.fill(held, 0);
    Arrays.fill(worst, 0);
    addValue(-value);
    shortHeld = 0;
    shortWithAsks = 0;
    sizeHeld = 0;
    sizeWithOrders = 0;
  }

  /**
   * Counts a position in, or out.
   *
   * @param sign 1: in, −1: out.
   * @param lots pos.
   * @param bids B.
   * @param asks A.
   */
  public void count(int sign, InstrumentTerms terms, long lots, long bids, long asks) {
    RiskArray array = terms.in(bank);
    for (int scenario = 0; scenario < held.length; scenario++) {
      long profit = array.profit(scenario);
      long ofLots = lots * profit;
      long ofOrders = Math.min(0, Math.min(bids * profit, -asks * profit));
      held[scenario] += sign * ofLots;
      worst[scenario] += sign * (ofLots + ofOrders);
    }
    addValue(sign * lots * array.mark() * terms.multiplier());
    shortHeld += sign * array.shortMinimum() * Math.max(0, -lots);
    shortWithAsks += sign * array.shortMinimum() * Math.max(0, asks - lots);
    sizeHeld += sign * array.size.of(Math.abs(lots));
    sizeWithOrders += sign * array.size.of(Math.max(Math.abs(lots + bids), Math.abs(lots - asks)));
  }

  private void addValue(long more) {
    value += more;
    account.addValue(more);
  }

  /** Computes IM and MM of what is counted in. */
  public void sumUp() {
    long initial =
        Math.max(scan(worst, group.initialFactor(bank)), shortWithAsks) + sizeWithOrders + addOn;
    long maintenance =
        Math.max(scan(held, group.maintenanceFactor(bank)), shortHeld) + sizeHeld + addOn;
    account.addMargins(initial - initialMargin, maintenance - maintenanceMargin);
    initialMargin = initial;
    maintenanceMargin = maintenance;
  }

  private static long scan(long[] profits, int factor) {
    return RoundedUp.product(Math.max(0, -least(profits)), factor, FACTOR_BITS);
  }

  private static long least(long[] profits) {
    long least = Long.MAX_VALUE;
    for (long profit : profits) {
      least = Math.min(least, profit);
    }
    return least;
  }

  /** Max over s of −V[s]: what the positions lose in the worst scenario; negative: all win. */
  public long worstLoss() {
    return -least(held);
  }

  /** The same, once so many more lots of an instrument are held. */
  public long worstLossWith(InstrumentTerms terms, long moreLots) {
    RiskArray array = terms.in(bank);
    long least = Long.MAX_VALUE;
    for (int scenario = 0; scenario < held.length; scenario++) {
      least = Math.min(least, held[scenario] + moreLots * array.profit(scenario));
    }
    return -least;
  }

  /** Moves it to another add-on. */
  public void setAddOn(long newAddOn) {
    addOn = newAddOn;
    sumUp();
  }

  /** The host's add-on. */
  public long addOn() {
    return addOn;
  }

  /** V of a scenario. */
  public long held(int scenario) {
    return held[scenario];
  }

  /** W of a scenario: V with the worst set of fills. */
  public long worst(int scenario) {
    return worst[scenario];
  }

  /** Σ pos · mark · multiplier. */
  public long value() {
    return value;
  }

  /** IM. */
  public long initialMargin() {
    return initialMargin;
  }

  /** MM. */
  public long maintenanceMargin() {
    return maintenanceMargin;
  }

  /** The checksum of the audit. */
  public long laneChecksum() {
    long sum = 0;
    for (int scenario = 0; scenario < held.length; scenario++) {
      sum = Checksum.with(sum, held[scenario], 2 * scenario);
      sum = Checksum.with(sum, worst[scenario], 2 * scenario + 1);
    }
    return sum;
  }

  /** Of the two banks of its group, that whose figures it has. */
  public int bank() {
    return bank;
  }

  /** Its risk group. */
  public RiskGroup group() {
    return group;
  }

  /** Its risk group's number. */
  public int groupNumber() {
    return groupNumber;
  }

  /** Its account. */
  public AccountMargin account() {
    return account;
  }

  /** Its account's number. */
  public int accountNumber() {
    return accountNumber;
  }

  /** Positions that belong to it. */
  public int positions() {
    return positions;
  }

  /** A position of it opened, or closed where negative. */
  public void addPositions(int more) {
    positions += more;
    account.addPositions(more);
  }

  /** Another portfolio of its account; null after the last. */
  public Portfolio next() {
    return next;
  }

  void linkNext(Portfolio other) {
    next = other;
  }
}
