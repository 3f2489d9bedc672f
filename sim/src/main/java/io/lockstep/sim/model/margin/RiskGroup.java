package io.lockstep.sim.model.margin;

/**
 * A risk group: its epoch, which of its two banks of parameters is the current one, the factors of
 * each, and how many instruments, portfolios and stale portfolios it has.
 */
public final class RiskGroup {
  /** Banks of parameters. */
  public static final int BANKS = 2;

  private final int[] initialFactor = new int[BANKS];
  private final int[] maintenanceFactor = new int[BANKS];
  private int epoch;
  private int current;
  private boolean committed;
  private int instruments;
  private int portfolios;
  private int stale;

  /** The bank of its epoch. */
  public int currentBank() {
    return current;
  }

  /** The bank that is staged, or that holds the epoch before. */
  public int otherBank() {
    return BANKS - 1 - current;
  }

  /** Switches to the other bank: all portfolios are stale. */
  public void commit(int newEpoch, int newInitialFactor, int newMaintenanceFactor) {
    current = otherBank();
    initialFactor[current] = newInitialFactor;
    maintenanceFactor[current] = newMaintenanceFactor;
    epoch = newEpoch;
    committed = true;
    stale = portfolios;
  }

  /** 0 before the first commit. */
  public int epoch() {
    return epoch;
  }

  /** Whether it was ever committed. */
  public boolean wasCommitted() {
    return committed;
  }

  /** IMf of its epoch, in 1/256. */
  public int initialFactor() {
    return initialFactor[current];
  }

  /** MMf of its epoch, in 1/256. */
  public int maintenanceFactor() {
    return maintenanceFactor[current];
  }

  int initialFactor(int bank) {
    return initialFactor[bank];
  }

  int maintenanceFactor(int bank) {
    return maintenanceFactor[bank];
  }

  /** Its instruments that are known. */
  public int instruments() {
    return instruments;
  }

  void addInstruments(int more) {
    instruments += more;
  }

  /** Its portfolios of the epoch before. */
  public int stalePortfolios() {
    return stale;
  }

  void addPortfolios(int more, int ofThemStale) {
    portfolios += more;
    stale += ofThemStale;
  }
}
