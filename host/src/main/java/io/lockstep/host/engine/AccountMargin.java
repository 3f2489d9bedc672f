package io.lockstep.host.engine;

import io.lockstep.host.margin.Banks;
import io.lockstep.host.margin.FeeRows;
import io.lockstep.host.margin.Fees;
import io.lockstep.host.margin.MarginAccounts;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.client.MarginStatus;
import java.util.Arrays;

/**
 * Works out an account's margin as the card does (docs/card.md, Margin), from what the host knows
 * the card to have; from scratch, so not for every order. Money is in scaled minor units. One
 * thread; allocates nothing.
 */
final class AccountMargin {
  /** No scenario loses anything. */
  static final int NO_SCENARIO = -1;

  private static final int FACTOR_ONE = 256;

  private final RiskGroups groups;
  private final FeeRows feeRows;
  private final MarginAccounts accounts;
  private final Portfolios portfolios;
  private final Positions positions;
  private final Instruments instruments;
  private final Banks banks;
  private final OrderTable orders;

  /** V and W of the portfolio at hand, by scenario; and what else is summed over its positions. */
  private final long[] profits;

  private final long[] worstProfits;
  private long initialFloor;
  private long maintenanceFloor;

  /** Of the account. */
  private long cash;

  private long value;
  private long reserve;
  private long initialMargin;
  private long maintenanceMargin;

  AccountMargin(LogState state, OrderTable orders) {
    groups = state.groups();
    feeRows = state.feeRows();
    accounts = state.marginAccounts();
    portfolios = state.portfolios();
    positions = state.positions();
    instruments = state.instruments();
    banks = state.banks();
    this.orders = orders;
    profits = new long[banks.scenarios()];
    worstProfits = new long[banks.scenarios()];
  }

  /** Works out all figures. */
  void compute(int account) {
    begin(account);
    for (int portfolio = portfolios.first(account);
        portfolio != Portfolios.MISSING;
        portfolio = portfolios.next(portfolio)) {
      begin();
      int epoch = epoch(portfolio);
      for (int slot = positions.first(portfolio);
          slot != Positions.MISSING;
          slot = positions.next(slot)) {
        take(positions.instrument(slot), epoch, slot, positions.lots(slot));
      }
      end(groups.group(portfolios.group(portfolio)), portfolios.addOn(portfolio));
    }
  }

  /**
   * The same as if all were valued at the newest marks, and the account had bought lots at them.
   */
  void compute(int account, Hypothesis more) {
    begin(account);
    for (int group = 0; group < groups.capacity(); group++) {
      if (groups.group(group) != null) {
        add(account, groups.group(group), more);
      }
    }
  }

  private void add(int account, RiskGroup group, Hypothesis more) {
    begin();
    int epoch = banks.epoch(group.id());
    int portfolio = portfolios.slotOf(account, group.id());
    boolean exists = portfolio != Portfolios.MISSING;
    for (int slot = exists ? positions.first(portfolio) : Positions.MISSING;
        slot != Positions.MISSING;
        slot = positions.next(slot)) {
      int instrument = positions.instrument(slot);
      take(instrument, epoch, slot, positions.lots(slot) + (long) more.lotsOf(instrument));
    }
    for (int leg = 0; leg < more.size(); leg++) {
      int instrument = more.instrument(leg);
      if (groups.contract(instrument).group() == group.id()) {
        cash -= more.lots(leg) * worth(instrument, epoch);
        if (positions.slotOf(account, instrument) == Positions.MISSING) {
          take(instrument, epoch, Positions.MISSING, more.lots(leg));
        }
      }
    }
    end(group, exists ? portfolios.addOn(portfolio) : 0);
  }

  private void begin(int account) {
    cash = accounts.cash(account);
    value = 0;
    reserve = 0;
    initialMargin = 0;
    maintenanceMargin = 0;
    for (int slot = orders.firstOfAccount(account);
        slot != OrderTable.NO_SLOT;
        slot = orders.nextOfAccount(slot)) {
      reserve += orders.openLots(slot) * orders.reserve(slot);
    }
  }

  /** Begins a portfolio. */
  private void begin() {
    Arrays.fill(profits, 0);
    Arrays.fill(worstProfits, 0);
    initialFloor = 0;
    maintenanceFloor = 0;
  }

  /** Takes in a position; one without a slot has no orders. */
  private void take(int instrument, int epoch, int slot, long lots) {
    MarginContract contract = groups.contract(instrument);
    long bids = slot == Positions.MISSING ? 0 : positions.bidLots(slot);
    long asks = slot == Positions.MISSING ? 0 : positions.askLots(slot);
    scan(instrument, epoch, lots, bids, asks);
    value += lots * worth(instrument, epoch);
    initialFloor += contract.shortOptionMinimum() * Math.max(0, asks - lots);
    maintenanceFloor += contract.shortOptionMinimum() * Math.max(0, -lots);
    long largest = Math.max(Math.abs(lots + bids), Math.abs(lots - asks));
    initialMargin += contract.size().cost(largest);
    maintenanceMargin += contract.size().cost(Math.abs(lots));
  }

  /** Adds a position to V and W. */
  private void scan(int instrument, int epoch, long lots, long bids, long asks) {
    for (int scenario = 0; scenario < profits.length; scenario++) {
      long lane = banks.lane(instrument, epoch, scenario);
      profits[scenario] += lots * lane;
      worstProfits[scenario] += lots * lane + Math.min(0, Math.min(bids * lane, -asks * lane));
    }
  }

  /** What a lot is worth at a mark. */
  private long worth(int instrument, int epoch) {
    return banks.markTicks(instrument, epoch) * instruments.get(instrument).terms().multiplier();
  }

  /** Ends a portfolio. */
  private void end(RiskGroup group, long addOn) {
    long initialScan = scaled(group.initialFactor(), worstLoss(worstProfits));
    long maintenanceScan = scaled(group.maintenanceFactor(), worstLoss(profits));
    initialMargin += Math.max(initialScan, initialFloor) + addOn;
    maintenanceMargin += Math.max(maintenanceScan, maintenanceFloor) + addOn;
  }

  private int epoch(int portfolio) {
    return banks.epoch(portfolios.group(portfolio)) - (portfolios.isStale(portfolio) ? 1 : 0);
  }

  private static long worstLoss(long[] byScenario) {
    long worst = 0;
    for (long profit : byScenario) {
      worst = Math.max(worst, -profit);
    }
    return worst;
  }

  private static long scaled(int factor, long loss) {
    return (factor * loss + FACTOR_ONE - 1) / FACTOR_ONE;
  }

  /** The scenario in which a portfolio loses most with the worst fills of its open orders. */
  int worstScenario(int portfolio) {
    begin();
    int epoch = epoch(portfolio);
    for (int slot = positions.first(portfolio);
        slot != Positions.MISSING;
        slot = positions.next(slot)) {
      scan(
          positions.instrument(slot),
          epoch,
          positions.lots(slot),
          positions.bidLots(slot),
          positions.askLots(slot));
    }
    int worst = NO_SCENARIO;
    long loss = 0;
    for (int scenario = 0; scenario < worstProfits.length; scenario++) {
      if (-worstProfits[scenario] > loss) {
        loss = -worstProfits[scenario];
        worst = scenario;
      }
    }
    return worst;
  }

  /** True when an order's fill would lose in a scenario. */
  boolean losesIn(int slot, int portfolio, int scenario) {
    int lane = banks.lane(orders.instrument(slot), epoch(portfolio), scenario);
    return orders.isBid(slot) ? lane < 0 : lane > 0;
  }

  /** What the card would reserve for a lot of an order now. */
  long reserveAtMark(int slot) {
    int instrument = orders.instrument(slot);
    return Fees.reserve(
        orders.isBid(slot),
        orders.priceTicks(slot),
        banks.markTicks(instrument),
        instruments.get(instrument).terms().multiplier(),
        feeRows.worst(instrument, orders.feeTier(slot)));
  }

  // ------------------------------------------------------------------ what was worked out

  /** C. */
  long cash() {
    return cash;
  }

  /** E. */
  long equity() {
    return cash + value;
  }

  /** F. */
  long reserve() {
    return reserve;
  }

  long initialMargin() {
    return initialMargin;
  }

  long maintenanceMargin() {
    return maintenanceMargin;
  }

  /** What new orders may take. */
  long free() {
    return equity() - reserve - initialMargin;
  }

  /** By the figures, whatever was reported last. */
  MarginStatus status() {
    if (equity() < 0) {
      return MarginStatus.BANKRUPT;
    }
    if (equity() < maintenanceMargin) {
      return MarginStatus.MAINTENANCE_BREACHED;
    }
    return free() < 0 ? MarginStatus.INITIAL_BREACHED : MarginStatus.HEALTHY;
  }
}
