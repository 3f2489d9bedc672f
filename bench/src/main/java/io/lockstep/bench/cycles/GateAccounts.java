package io.lockstep.bench.cycles;

import io.lockstep.bench.margin.MarginSetUp;
import java.util.List;
import java.util.Random;

/**
 * Accounts whose orders the gate is measured with, and the risk groups of their positions: 60
 * instruments are of group 0, four of each of the 15 others. All accounts trade in instrument 0.
 */
final class GateAccounts {
  /** Position slots that each account may use. */
  static final int SLOTS_AN_ACCOUNT = 64;

  private static final int GROUPS = 16;
  private static final int INSTRUMENTS_OF_FIRST = 60;
  private static final int INSTRUMENTS_OF_OTHERS = 4;

  /**
   * What an account has.
   *
   * @param positions with lots, in group 0; without any it has an empty one, to trade in.
   * @param others portfolios in other groups, of four positions each.
   */
  record Holdings(String name, int positions, int others) {}

  /** The accounts, from number 0 on. */
  static final List<Holdings> ALL =
      List.of(
          new Holdings("no lots held", 0, 0),
          new Holdings("1 position", 1, 0),
          new Holdings("8 positions", 8, 0),
          new Holdings("60 positions", 60, 0),
          new Holdings("60 positions in 15 portfolios", 4, 14));

  /** An account of little money and no lots, and how many are beyond that. */
  static final int POOR = ALL.size();

  static final int LOTS_BEYOND_POOR = 1 << 20;

  private static final Holdings NOTHING = new Holdings("", 0, 0);
  private static final long LITTLE_CASH = 1_000_000;
  private static final int OF_60 = 3;
  private static final int OF_15_PORTFOLIOS = 4;

  /**
   * Groups that are committed, and what is stale of an account then.
   *
   * @param positions of the account's portfolios in these groups.
   */
  record Staleness(int account, int firstGroup, int groups, int positions) {}

  /** From one portfolio of one position to fifteen of 60 in all. */
  static final List<Staleness> STALENESSES =
      List.of(
          new Staleness(1, 0, 1, 1),
          new Staleness(2, 0, 1, 8),
          new Staleness(OF_60, 0, 1, 60),
          new Staleness(OF_15_PORTFOLIOS, 14, 1, 4),
          new Staleness(OF_15_PORTFOLIOS, 7, 8, 32),
          new Staleness(OF_15_PORTFOLIOS, 0, 15, 60));

  private final Random random = new Random(1);
  private final int scenarios;
  private final long[] epochs = new long[GROUPS];
  private int portfolios;

  /**
   * @param scenarios of the card.
   */
  GateAccounts(int scenarios) {
    this.scenarios = scenarios;
  }

  /** Defines all of it on a card that is loading. */
  MarginSetUp setUp() {
    MarginSetUp setUp = new MarginSetUp(scenarios);
    for (int group = 0; group < GROUPS; group++) {
      for (int i = 0; i < instruments(group); i++) {
        MarginInstruments.define(setUp, firstInstrument(group) + i, group);
      }
    }
    commit(setUp, 0, GROUPS);
    for (int account = 0; account < ALL.size(); account++) {
      define(setUp, account, ALL.get(account), MarginInstruments.CASH);
    }
    define(setUp, POOR, NOTHING, LITTLE_CASH);
    setUp.endOfLoad();
    return setUp;
  }

  /** Stages and commits groups anew. */
  MarginSetUp commit(int firstGroup, int groups) {
    MarginSetUp setUp = new MarginSetUp(scenarios);
    commit(setUp, firstGroup, groups);
    return setUp;
  }

  /** Re-values what is stale. */
  MarginSetUp sweep() {
    MarginSetUp setUp = new MarginSetUp(scenarios);
    setUp.sweep(0, portfolios);
    return setUp;
  }

  private void commit(MarginSetUp setUp, int firstGroup, int groups) {
    for (int group = firstGroup; group < firstGroup + groups; group++) {
      for (int i = 0; i < instruments(group); i++) {
        MarginInstruments.stage(setUp, firstInstrument(group) + i, 0, random);
      }
      setUp.commit(group, ++epochs[group]);
    }
  }

  private void define(MarginSetUp setUp, int account, Holdings holds, long cash) {
    setUp.account(account, cash);
    int slot = account * SLOTS_AN_ACCOUNT;
    for (int group = 0; group <= holds.others(); group++) {
      int portfolio = portfolios++;
      setUp.portfolio(portfolio, account, group, epochs[group]);
      int positions = group == 0 ? Math.max(1, holds.positions()) : INSTRUMENTS_OF_OTHERS;
      for (int i = 0; i < positions; i++) {
        int lots = holds.positions() == 0 ? 0 : MarginInstruments.lots(random);
        setUp.position(slot++, account, firstInstrument(group) + i, portfolio, lots);
      }
    }
  }

  private static int instruments(int group) {
    return group == 0 ? INSTRUMENTS_OF_FIRST : INSTRUMENTS_OF_OTHERS;
  }

  private static int firstInstrument(int group) {
    return group == 0 ? 0 : INSTRUMENTS_OF_FIRST + (group - 1) * INSTRUMENTS_OF_OTHERS;
  }
}
