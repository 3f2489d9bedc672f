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

  /** V and W of the portfolio at hand, by scenario. */
  private final long[] profits;

  private final long[] worstProfits;
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
    cash = accounts.cash(account);
    value = 0;
    reserve = 0;
    initialMargin = 0;
    maintenanceMargin = 0;
    for (int portfolio = portfolios.first(account);
        portfolio != Portfolios.MISSING;
        portfolio = portfolios.next(portfolio)) {
      add(portfolio);
    }
    for (int slot = orders.firstOfAccount(account);
        slot != OrderTable.NO_SLOT;
        slot = orders.nextOfAccount(slot)) {
      reserve += orders.openLots(slot) * orders.reserve(slot);
    }
  }

  private void add(int portfolio) {
    int epoch = scan(portfolio);
    RiskGroup group = groups.group(portfolios.group(portfolio));
    long initialFloor = 0;
    long maintenanceFloor = 0;
    long addOn = portfolios.addOn(portfolio);
    initialMargin += addOn;
    maintenanceMargin += addOn;
    for (int slot = positions.first(portfolio);
        slot != Positions.MISSING;
        slot = positions.next(slot)) {
      int instrument = positions.instrument(slot);
      MarginContract contract = groups.contract(instrument);
      long lots = positions.lots(slot);
      long bids = positions.bidLots(slot);
      long asks = positions.askLots(slot);
      long multiplier = instruments.get(instrument).terms().multiplier();
      value += lots * banks.markTicks(instrument, epoch) * multiplier;
      initialFloor += contract.shortOptionMinimum() * Math.max(0, asks - lots);
      maintenanceFloor += contract.shortOptionMinimum() * Math.max(0, -lots);
      long largest = Math.max(Math.abs(lots + bids), Math.abs(lots - asks));
      initialMargin += contract.size().cost(largest);
      maintenanceMargin += contract.size().cost(Math.abs(lots));
    }
    long initialScan = scaled(group.initialFactor(), worstLoss(worstProfits));
    long maintenanceScan = scaled(group.maintenanceFactor(), worstLoss(profits));
    initialMargin += Math.max(initialScan, initialFloor);
    maintenanceMargin += Math.max(maintenanceScan, maintenanceFloor);
  }

  /** Works out V and W of a portfolio; answers the epoch that it is of. */
  private int scan(int portfolio) {
    int epoch = banks.epoch(portfolios.group(portfolio)) - (portfolios.isStale(portfolio) ? 1 : 0);
    Arrays.fill(profits, 0);
    Arrays.fill(worstProfits, 0);
    for (int slot = positions.first(portfolio);
        slot != Positions.MISSING;
        slot = positions.next(slot)) {
      int instrument = positions.instrument(slot);
      long lots = positions.lots(slot);
      long bids = positions.bidLots(slot);
      long asks = positions.askLots(slot);
      for (int scenario = 0; scenario < profits.length; scenario++) {
        long lane = banks.lane(instrument, epoch, scenario);
        profits[scenario] += lots * lane;
        worstProfits[scenario] += lots * lane + Math.min(0, Math.min(bids * lane, -asks * lane));
      }
    }
    return epoch;
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
    scan(portfolio);
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
    int epoch = banks.epoch(portfolios.group(portfolio)) - (portfolios.isStale(portfolio) ? 1 : 0);
    int lane = banks.lane(orders.instrument(slot), epoch, scenario);
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
