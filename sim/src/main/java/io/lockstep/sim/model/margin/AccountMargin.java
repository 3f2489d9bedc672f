package io.lockstep.sim.model.margin;

import io.lockstep.schema.card.MarginStatus;

/**
 * An account: its cash, what its open orders reserve, the sums over its portfolios, and the status
 * that was last reported.
 */
public final class AccountMargin {
  private long cash;
  private long reserve;
  private long value;
  private long initialMargin;
  private long maintenanceMargin;
  private MarginStatus reported = MarginStatus.HEALTHY;
  private int positions;
  private Portfolio first;

  /** C. */
  public long cash() {
    return cash;
  }

  /** Sets C and the status as last reported. */
  public void load(long newCash, MarginStatus newReported) {
    cash = newCash;
    reported = newReported;
  }

  /** C rises, or falls where negative. */
  public void addCash(long amount) {
    cash += amount;
  }

  /** F: what its live orders reserve. */
  public long reserve() {
    return reserve;
  }

  /** F rises, or falls where negative. */
  public void addReserve(long amount) {
    reserve += amount;
  }

  /** Σ IM. */
  public long initialMargin() {
    return initialMargin;
  }

  /** Σ MM. */
  public long maintenanceMargin() {
    return maintenanceMargin;
  }

  /** E = C + Σ value. */
  public long equity() {
    return cash + value;
  }

  /** free = E − F − Σ IM. */
  public long free() {
    return equity() - reserve - initialMargin;
  }

  /** How it stands now. */
  public MarginStatus status() {
    if (equity() < 0) {
      return MarginStatus.BANKRUPT;
    }
    if (equity() < maintenanceMargin) {
      return MarginStatus.MAINTENANCE_BREACHED;
    }
    return free() < 0 ? MarginStatus.INITIAL_BREACHED : MarginStatus.HEALTHY;
  }

  /** The status as last reported. */
  public MarginStatus reported() {
    return reported;
  }

  /** The status as it is now counts as reported. */
  public void report() {
    reported = status();
  }

  /** The figures of one of its portfolios rose by so much. */
  void addFigures(long moreValue, long moreInitial, long moreMaintenance) {
    value += moreValue;
    initialMargin += moreInitial;
    maintenanceMargin += moreMaintenance;
  }

  /** Its open positions, of all portfolios. */
  public int positions() {
    return positions;
  }

  void addPositions(int more) {
    positions += more;
  }

  /** One of its portfolios, from which {@link Portfolio#next} leads to the others; null: none. */
  public Portfolio firstPortfolio() {
    return first;
  }

  /** Its portfolio of a group; null: none. */
  public Portfolio portfolioOf(RiskGroup group) {
    Portfolio portfolio = first;
    while (portfolio != null && portfolio.group() != group) {
      portfolio = portfolio.next();
    }
    return portfolio;
  }

  void add(Portfolio portfolio) {
    portfolio.linkNext(first);
    first = portfolio;
  }

  void remove(Portfolio portfolio) {
    if (first == portfolio) {
      first = portfolio.next();
      return;
    }
    Portfolio before = first;
    while (before.next() != portfolio) {
      before = before.next();
    }
    before.linkNext(portfolio.next());
  }
}
