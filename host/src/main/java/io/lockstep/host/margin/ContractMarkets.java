package io.lockstep.host.margin;

import io.lockstep.host.pricing.Market;
import io.lockstep.host.pricing.Valuation;
import io.lockstep.host.scenarios.Stress;

/**
 * In which market each instrument is priced, and how hard the scenarios hit it: from marks,
 * volatilities and scan ranges as log messages left them, and the log's time. Stage A's; one
 * thread; allocates nothing.
 */
public final class ContractMarkets {
  private static final double YEAR_NS = Valuation.DAYS * 24 * 3600 * 1e9;

  private final RiskGroups groups;
  private final ScanRanges ranges;
  private final Surfaces surfaces;

  public ContractMarkets(RiskGroups groups, ScanRanges ranges, Surfaces surfaces) {
    this.groups = groups;
    this.ranges = ranges;
    this.surfaces = surfaces;
  }

  RiskGroups groups() {
    return groups;
  }

  /** The market: the forward price is a mark, that of an option its underlying's. */
  void set(Market market, int instrument, long nowNs) {
    MarginContract contract = groups.contract(instrument);
    boolean option = contract.isOption();
    double price = groups.markPrice(option ? contract.underlying() : instrument);
    double forward = option ? StrictMath.max(0, price) : price;
    market.forward(forward, 0);
    market.years(StrictMath.max(0, contract.expiryNs() - nowNs) / YEAR_NS);
    market.volatility(option ? surfaces.volatility(instrument, forward) : 0);
  }

  /** How hard the scenarios hit it. */
  void set(Stress stress, int instrument) {
    stress
        .scanRange(ranges.range(groups.contract(instrument).group()))
        .ownLevel()
        .widening(surfaces.widening(instrument));
  }
}
