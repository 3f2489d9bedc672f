package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.BOB;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.TICK;
import static io.lockstep.host.TestVenue.VENUE;

import io.lockstep.host.margin.ContingencyRule;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.ScanRangeRule;
import io.lockstep.host.margin.SizeCurve;
import io.lockstep.host.margin.SurfaceRule;
import io.lockstep.host.venue.MarginTerms;
import io.lockstep.host.venue.MarginTerms.FeeRow;
import io.lockstep.host.venue.MarginTerms.GroupRules;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.ContractKind;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.ScenarioSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The venue for tests, with margin: its instrument is a future, and there is a call of it. Small
 * enough for the smallest card with margin.
 */
final class MarginVenue {
  /** A call of the future, struck at its first mark. */
  static final int CALL = 4;

  /** An asset that serves as collateral, worth 100,000 a lot at first. */
  static final int ASSET = 5;

  static final int GROUP = 0;

  /** From whose account assets come. */
  static final int CUSTODIAN = 22;

  private static final int ASSETS = 1;

  /** Scaled minor units a tick and lot. */
  static final long MULTIPLIER = 100;

  private static final int MAKER = 1_678; // 0.01 %
  private static final int TAKER = 8_389; // 0.05 %
  private static final int AUCTION = 5_033; // 0.03 %
  private static final long STRIKE = 1_500 * TICK;
  private static final long YEAR_NS = 365L * 24 * 3600 * 1_000_000_000;

  /** Nothing follows anything. */
  static final Venue MARGINED = venue(GroupRules.NONE, YEAR_NS);

  /** When the call expires of the venue whose groups follow what they may. */
  static final long CALLS_EXPIRY_NS = YEAR_NS / 2;

  /** A scan range, a surface and contingencies, all fast, since a tick is a microsecond. */
  static final Venue RULED =
      venue(
          new GroupRules(
              List.of(
                  new ScanRangeRule(
                      GROUP,
                      INSTRUMENT,
                      1_000,
                      24,
                      240,
                      24,
                      500_000,
                      3_000_000,
                      100_000,
                      300_000,
                      100_000,
                      20_000)),
              List.of(
                  new SurfaceRule(
                      GROUP,
                      List.of(-200_000, 0, 200_000),
                      50_000,
                      5_000_000,
                      100_000,
                      1_000,
                      5_000,
                      3_000,
                      100_000,
                      500_000)),
              List.of(new ContingencyRule(GROUP, 5_000, 20_000, 30_000))),
          CALLS_EXPIRY_NS);

  private static Venue venue(GroupRules rules, long callsExpiryNs) {
    return new Venue(
        List.of(
            instrument(INSTRUMENT, 1_250, 1_500),
            instrument(CALL, 11, 120),
            instrument(ASSET, 900, 1_000)),
        VENUE.participants(),
        accounts(),
        new MarginTerms(
            List.of(
                new RiskGroup(GROUP, ScenarioSet.SPAN_16, 100_000, 320, 256),
                new RiskGroup(ASSETS, ScenarioSet.GRID_31, 200_000, 256, 256)),
            rules,
            List.of(
                contract(INSTRUMENT, ContractKind.FUTURE, YEAR_NS, 0, 0, 0),
                contract(CALL, ContractKind.CALL, callsExpiryNs, INSTRUMENT, STRIKE, 800_000),
                asset()),
            List.of(
                new FeeRow(INSTRUMENT, 0, MAKER, TAKER, AUCTION),
                new FeeRow(INSTRUMENT, 1, -MAKER, TAKER / 2, AUCTION),
                new FeeRow(CALL, 0, MAKER, TAKER, AUCTION))));
  }

  private MarginVenue() {}

  private static List<Venue.Account> accounts() {
    List<Venue.Account> accounts = new ArrayList<>(VENUE.accounts());
    accounts.add(new Venue.Account(12, ALICE, 0, 1));
    accounts.add(new Venue.Account(22, BOB, 0, 1));
    return accounts;
  }

  private static Venue.Instrument instrument(int id, int windowBase, long reference) {
    return new Venue.Instrument(
        id,
        "TEST-" + id,
        -2,
        TICK,
        windowBase,
        windowBase + 10,
        windowBase + 490,
        4_000,
        10_000,
        50,
        reference,
        MULTIPLIER,
        Phase.CONTINUOUS,
        Venue.Breaker.NONE);
  }

  private static MarginContract asset() {
    return new MarginContract(
        ASSET,
        ASSETS,
        ContractKind.ASSET,
        0,
        0,
        0,
        0,
        0,
        100_000,
        100_000,
        0,
        250,
        0,
        SizeCurve.FLAT);
  }

  private static MarginContract contract(
      int instrument,
      ContractKind kind,
      long expiryNs,
      int underlying,
      long strike,
      int volatility) {
    return new MarginContract(
        instrument,
        GROUP,
        kind,
        expiryNs,
        underlying,
        strike,
        0,
        volatility,
        0,
        100_000,
        40,
        250,
        strike == 0 ? 0 : 500,
        new SizeCurve(100, 1_000, 5_000, 0, 10, 50, 200));
  }
}
