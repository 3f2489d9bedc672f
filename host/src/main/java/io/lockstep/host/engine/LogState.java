package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;
import io.lockstep.host.margin.Banks;
import io.lockstep.host.margin.ContingencyCharges;
import io.lockstep.host.margin.ContractMarkets;
import io.lockstep.host.margin.FeeRows;
import io.lockstep.host.margin.MarginAccounts;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.host.margin.ScanRanges;
import io.lockstep.host.margin.Surfaces;
import io.lockstep.host.margin.Sweep;
import io.lockstep.host.snapshot.SnapshotPart;
import java.util.List;

/**
 * What log messages wrote, and all that stage A may read.
 *
 * @param sessions that ever were.
 * @param stops by kill switches.
 * @param accounts and their owners.
 * @param instruments that are defined.
 * @param groups of risk, contracts, marks and volatilities.
 * @param scanRanges of groups.
 * @param surfaces of groups: volatilities that were reported.
 * @param contingencies that groups charge for.
 * @param greekFollowers whom Greeks are told now and again.
 * @param contingencyPlace up to where portfolios were looked at for them.
 * @param feeRows of instruments.
 * @param marginAccounts fee tiers, and what the card has of accounts.
 * @param portfolios and their slots.
 * @param positions and their slots.
 * @param sweep of portfolios since groups were committed.
 * @param banks of the card.
 */
record LogState(
    Sessions sessions,
    Stops stops,
    Accounts accounts,
    Instruments instruments,
    RiskGroups groups,
    ScanRanges scanRanges,
    Surfaces surfaces,
    ContingencyCharges contingencies,
    ContingencyPlace contingencyPlace,
    GreekFollowers greekFollowers,
    FeeRows feeRows,
    MarginAccounts marginAccounts,
    Portfolios portfolios,
    Positions positions,
    Sweep sweep,
    Banks banks) {

  /** Empty, with room for what a card holds. */
  static LogState of(CardDescription card) {
    Sessions sessions = new Sessions();
    RiskGroups groups = new RiskGroups(card.groups(), card.instruments());
    ScanRanges scanRanges = new ScanRanges(groups);
    Surfaces surfaces = new Surfaces(groups);
    Portfolios portfolios = new Portfolios(card.portfolios(), card.accounts());
    return new LogState(
        sessions,
        new Stops(sessions),
        new Accounts(card.accounts()),
        new Instruments(card),
        groups,
        scanRanges,
        surfaces,
        new ContingencyCharges(new ContractMarkets(groups, scanRanges, surfaces)),
        new ContingencyPlace(),
        new GreekFollowers(),
        new FeeRows(card.instruments()),
        new MarginAccounts(card.accounts()),
        portfolios,
        new Positions(card.positions(), groups, portfolios),
        new Sweep(portfolios),
        new Banks(groups, card.scenarios()));
  }

  /** In which market instruments are priced. */
  ContractMarkets markets() {
    return new ContractMarkets(groups, scanRanges, surfaces);
  }

  /** The mark that market orders are measured from, ticks: the reference price without margin. */
  long markTicks(Instrument instrument) {
    return groups.isMargined()
        ? groups.markTicks(instrument.id())
        : instrument.terms().referenceTicks();
  }

  /** All of it, for a snapshot; each comes after what it refers to. */
  List<SnapshotPart> parts() {
    return List.of(
        instruments,
        groups,
        scanRanges,
        surfaces,
        contingencies,
        contingencyPlace,
        greekFollowers,
        feeRows,
        accounts,
        marginAccounts,
        portfolios,
        positions,
        sweep,
        banks,
        sessions,
        stops);
  }
}
