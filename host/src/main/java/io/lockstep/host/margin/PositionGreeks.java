package io.lockstep.host.margin;

import io.lockstep.host.pricing.Market;
import io.lockstep.host.pricing.Valuation;

/**
 * The Greeks of a position, in scaled minor units, at the marks and volatilities of the log. One
 * thread; allocates nothing.
 */
final class PositionGreeks {
  private final ContractMarkets markets;
  private final Market market = new Market();
  private final Valuation valuation = new Valuation();

  PositionGreeks(ContractMarkets markets) {
    this.markets = markets;
  }

  /**
   * Values a position.
   *
   * @param nowNs time of the log.
   * @return what it comes to; overwritten by the next.
   */
  Valuation of(int instrument, long lots, long nowNs) {
    PricedContract priced = markets.groups().priced(instrument);
    markets.set(market, instrument, nowNs);
    valuation.value(priced.contract(), market);
    valuation.scale(lots * priced.lot().moneyPerPriceUnit());
    return valuation;
  }

  /** Of what the position last valued is priced by; an option's underlying, else itself. */
  double price() {
    return market.underlying();
  }
}
