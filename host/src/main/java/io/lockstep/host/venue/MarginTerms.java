package io.lockstep.host.venue;

import io.lockstep.schema.client.ContractKind;
import io.lockstep.schema.client.ScenarioSet;
import java.util.List;

/**
 * What margin knows of a venue. Money is in scaled minor units.
 *
 * @param groups by rising id; none: the venue trades without margin.
 * @param contracts one for each instrument, by rising instrument.
 * @param feeRows by rising instrument.
 */
public record MarginTerms(List<RiskGroup> groups, List<Contract> contracts, List<FeeRow> feeRows) {
  /** The venue trades without margin. */
  public static final MarginTerms NONE = new MarginTerms(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public MarginTerms {
    groups = List.copyOf(groups);
    contracts = List.copyOf(contracts);
    feeRows = List.copyOf(feeRows);
  }

  /**
   * Instruments that are margined together.
   *
   * @param id from 0, below the card's number of groups.
   * @param name for people.
   * @param scenarios against which they are.
   * @param scanRange how far the price moves in the regular scenarios, millionths.
   * @param initialFactor of the worst loss, in 1/256; at most 2.
   * @param maintenanceFactor of the worst loss, in 1/256; not above the initial one.
   */
  public record RiskGroup(
      int id,
      String name,
      ScenarioSet scenarios,
      int scanRange,
      int initialFactor,
      int maintenanceFactor) {}

  /**
   * What an instrument is for margin.
   *
   * @param instrument its id.
   * @param group that it is of.
   * @param expiryNs since 1970; 0: never.
   * @param underlying of an option: the instrument whose mark is its forward price; else 0.
   * @param strike of an option, price units; else 0.
   * @param payout of a digital option, price units; else 0.
   * @param volatility of an option until another one is set, millionths a year; else 0.
   * @param haircut of an asset, millionths; else 0.
   * @param positionLimit largest position with its open orders, lots.
   * @param closeBand ticks from the mark within which a breached account may close.
   * @param worstFee largest fee a lot.
   * @param shortOptionMinimum a lot.
   * @param size what large positions cost.
   */
  public record Contract(
      int instrument,
      int group,
      ContractKind kind,
      long expiryNs,
      int underlying,
      long strike,
      long payout,
      int volatility,
      int haircut,
      int positionLimit,
      long closeBand,
      long worstFee,
      long shortOptionMinimum,
      SizeCurve size) {}

  /**
   * What large positions cost beside the scenarios: piecewise linear in lots.
   *
   * @param bounds three, rising: lots up to which the first, second and third slope hold.
   * @param slopes four, a lot.
   */
  public record SizeCurve(List<Long> bounds, List<Long> slopes) {
    /** Costs nothing. */
    public static final SizeCurve FLAT =
        new SizeCurve(List.of(0L, 0L, 0L), List.of(0L, 0L, 0L, 0L));

    /** Copies the lists. */
    public SizeCurve {
      bounds = List.copyOf(bounds);
      slopes = List.copyOf(slopes);
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
