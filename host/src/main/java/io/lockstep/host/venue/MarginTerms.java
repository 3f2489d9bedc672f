package io.lockstep.host.venue;

import io.lockstep.host.margin.ContingencyRule;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.ScanRangeRule;
import io.lockstep.host.margin.SurfaceRule;
import java.util.List;

/**
 * What margin knows of a venue. Money is in scaled minor units.
 *
 * @param groups by rising id; none: the venue trades without margin.
 * @param rules of groups.
 * @param contracts one for each instrument, by rising instrument.
 * @param feeRows by rising instrument.
 */
public record MarginTerms(
    List<RiskGroup> groups,
    GroupRules rules,
    List<MarginContract> contracts,
    List<FeeRow> feeRows) {
  /** The venue trades without margin. */
  public static final MarginTerms NONE =
      new MarginTerms(List.of(), GroupRules.NONE, List.of(), List.of());

  /** Copies the lists. */
  public MarginTerms {
    groups = List.copyOf(groups);
    contracts = List.copyOf(contracts);
    feeRows = List.copyOf(feeRows);
  }

  /**
   * What groups follow that not all do; at most one of each kind a group.
   *
   * @param scanRanges of those whose scan range follows realised volatility.
   * @param surfaces of those whose options' volatilities follow from reported smiles.
   * @param contingencies of those that charge for what no scenario sees.
   */
  public record GroupRules(
      List<ScanRangeRule> scanRanges,
      List<SurfaceRule> surfaces,
      List<ContingencyRule> contingencies) {
    /** Of no group. */
    public static final GroupRules NONE = new GroupRules(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public GroupRules {
      scanRanges = List.copyOf(scanRanges);
      surfaces = List.copyOf(surfaces);
      contingencies = List.copyOf(contingencies);
    }
  }

  /**
   * An instrument's rates for one tier of accounts, in 2^-24 of the price; negative: a rebate.
   *
   * @param tier 0 to 7.
   */
  public record FeeRow(int instrument, int tier, int maker, int taker, int auction) {}

  /** Whether orders are margined. */
  public boolean isMargined() {
    return !groups.isEmpty();
  }
}
