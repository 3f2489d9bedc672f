package io.lockstep.host.margin;

import io.lockstep.host.pricing.Market;
import io.lockstep.host.pricing.Valuation;
import io.lockstep.host.scenarios.RiskArrays;
import io.lockstep.host.scenarios.ScenarioSet;
import io.lockstep.host.scenarios.Stress;
import io.lockstep.schema.client.ContractKind;

/**
 * Works out what is staged of an instrument: its mark, and its risk array. Follows from marks,
 * volatilities, scan ranges and the log's time alone. One thread; allocates nothing per instrument.
 */
public final class RiskParameters {
  private static final double MILLION = 1e6;

  /** By code of the schema. */
  private final RiskArrays[] arrays = {
    new RiskArrays(ScenarioSet.named("span16")),
    new RiskArrays(ScenarioSet.named("grid31")),
    new RiskArrays(ScenarioSet.named("tims10"))
  };

  private final ContractMarkets markets;
  private final RiskGroups groups;
  private final Market market = new Market();
  private final Stress stress = new Stress();
  private final int[] lanes;
  private int markTicks;

  /**
   * @param scenarios of the card.
   */
  public RiskParameters(ContractMarkets markets, int scenarios) {
    this.markets = markets;
    groups = markets.groups();
    lanes = new int[scenarios];
  }

  /**
   * Works out an instrument's.
   *
   * @param nowNs time of the log.
   * @return false: the card would not take them; what was worked out is not to be used.
   */
  public boolean compute(int instrument, long nowNs) {
    MarginContract contract = groups.contract(instrument);
    RiskGroup group = groups.group(contract.group());
    PricedContract priced = groups.priced(instrument);
    RiskArrays array = arrays[group.scenarios().value()];
    markets.set(stress, instrument);
    if (contract.kind() == ContractKind.ASSET) {
      markTicks = groups.markTicks(instrument);
      return markTicks >= 0
          && isWhole(
              array.collateral(
                  contract.haircut() / MILLION, stress, priced.lot(), markTicks, lanes));
    }
    price(contract, instrument, nowNs);
    return StrictMath.abs((long) markTicks) <= priced.maxPriceTicks()
        && isWhole(
            array.contract(priced.contract(), market, stress, priced.lot(), markTicks, lanes));
  }

  private static boolean isWhole(int answer) {
    return answer == RiskArrays.FITS;
  }

  private void price(MarginContract contract, int instrument, long nowNs) {
    markets.set(market, instrument, nowNs);
    markTicks = groups.markTicks(instrument);
    if (contract.isOption()) {
      PricedContract priced = groups.priced(instrument);
      double worth = Valuation.price(priced.contract(), market) / priced.lot().tick();
      markTicks = (int) StrictMath.rint(StrictMath.min(Integer.MAX_VALUE, worth));
    }
  }

  /** The mark of the instrument last worked out. */
  public int markTicks() {
    return markTicks;
  }

  /** The array of the instrument last worked out; overwritten by the next. */
  public int[] lanes() {
    return lanes;
  }
}
