package io.lockstep.sim.model.margin;

/**
 * An account's positions of one risk group, valued in the bank that the portfolio is of. What it
 * requires and what it is worth counts for its account.
 */
public final class Portfolio {
  /** Its number. */
  public final int slot;

  /** The sums over its positions. */
  public final PositionSums sums;

  private RiskGroup group;
  private int groupNumber;
  private AccountMargin account;
  private int accountNumber;
  private Portfolio next;
  private int bank;
  private int positions;
  private long addOn;
  private long value;
  private long initialMargin;
  private long maintenanceMargin;

  /** Not open. */
  public Portfolio(int slot, int scenarios) {
    this.slot = slot;
    this.sums = new PositionSums(scenarios);
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

  /** Frees it; it has neither positions nor an add-on, so that all of its figures are 0. */
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
    sums.clear();
  }

  /**
   * Counts a position in, or out. When all are in, {@link #sumUp} is due.
   *
   * @param sign 1: in, −1: out.
   * @param lots pos.
   * @param bids B.
   * @param asks A.
   */
  public void count(int sign, InstrumentTerms terms, long lots, long bids, long asks) {
    sums.count(sign, terms.in(bank), terms.multiplier(), lots, bids, asks);
  }

  /** Has its figures, and those of its account, follow its sums. */
  public void sumUp() {
    long initial = sums.initialMargin(group.initialFactor(bank)) + addOn;
    long maintenance = sums.maintenanceMargin(group.maintenanceFactor(bank)) + addOn;
    account.addFigures(
        sums.value() - value, initial - initialMargin, maintenance - maintenanceMargin);
    value = sums.value();
    initialMargin = initial;
    maintenanceMargin = maintenance;
  }

  /** Whether so many more lots would not raise what the positions lose in the worst scenario. */
  public boolean wouldNotLoseMore(InstrumentTerms terms, long moreLots) {
    return sums.worstLossWith(terms.in(bank), moreLots) <= sums.worstLoss();
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

  /** IM. */
  public long initialMargin() {
    return initialMargin;
  }

  /** MM. */
  public long maintenanceMargin() {
    return maintenanceMargin;
  }

  /** Its risk group. */
  public RiskGroup group() {
    return group;
  }

  /** Its risk group's number. */
  public int groupNumber() {
    return groupNumber;
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
