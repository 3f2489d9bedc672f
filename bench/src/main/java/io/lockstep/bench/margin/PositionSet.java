package io.lockstep.bench.margin;

import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.Market;
import io.lockstep.host.pricing.Valuation;
import io.lockstep.host.scenarios.Lot;
import io.lockstep.host.scenarios.RiskArrays;
import io.lockstep.host.scenarios.ScenarioSet;
import io.lockstep.host.scenarios.Stress;
import java.util.Random;

/**
 * Accounts with positions by chance in the contracts of one underlying: a perpetual, three futures,
 * and calls and puts of ten strikes in three expiries, with the arrays that the host computes.
 *
 * @param accounts number of accounts.
 * @param positions of each account, in as many instruments.
 * @param scenarios of the arrays.
 * @param arrays of the instruments, {@link #STRIDE} lanes each.
 * @param marks of the instruments, ticks.
 * @param instruments of the positions, account by account.
 * @param lots of the positions, none 0.
 */
record PositionSet(
    int accounts,
    int positions,
    int scenarios,
    int[] arrays,
    int[] marks,
    int[] instruments,
    int[] lots) {
  /** Lanes of an array, those beyond the scenarios 0: as a card has them. */
  static final int STRIDE = ScenarioSet.LANES_MAX;

  /** Instruments that there are. */
  static final int INSTRUMENTS = 64;

  /** Scaled minor units a tick and lot. */
  static final long MULTIPLIER = 100;

  /** Most lots of a position. */
  static final int LOTS_MAX = 10_000;

  private static final int EXPIRIES = 3;
  private static final int STRIKES = 10;
  private static final double SPOT = 60_000;
  private static final double RATE = 0.04;
  private static final double VOLATILITY = 0.6;
  private static final double SCAN_RANGE = 0.12;
  private static final double LOWEST_STRIKE = 40_000;
  private static final double STRIKE_STEP = 5_000;
  private static final Lot LOT = new Lot(1, MULTIPLIER, LOTS_MAX);

  /**
   * By chance.
   *
   * @param positions of each account, at most {@link #INSTRUMENTS}.
   */
  static PositionSet random(long seed, int accounts, int positions, ScenarioSet scenarios) {
    int[] arrays = new int[INSTRUMENTS * STRIDE];
    int[] marks = new int[INSTRUMENTS];
    for (int instrument = 0; instrument < INSTRUMENTS; instrument++) {
      marks[instrument] = value(instrument, scenarios, arrays);
    }
    Random random = new Random(seed);
    int[] instruments = new int[accounts * positions];
    int[] lots = new int[accounts * positions];
    for (int account = 0; account < accounts; account++) {
      int[] drawn = random.ints(0, INSTRUMENTS).distinct().limit(positions).toArray();
      for (int i = 0; i < positions; i++) {
        instruments[account * positions + i] = drawn[i];
        int size = 1 + random.nextInt(LOTS_MAX);
        lots[account * positions + i] = random.nextBoolean() ? size : -size;
      }
    }
    return new PositionSet(accounts, positions, scenarios.size(), arrays, marks, instruments, lots);
  }

  /** Computes an instrument's array, and answers its mark. */
  private static int value(int instrument, ScenarioSet scenarios, int[] arrays) {
    Contract contract = contract(instrument);
    Market market =
        new Market().spot(SPOT, RATE, 0).years(years(instrument)).volatility(VOLATILITY);
    int mark = (int) StrictMath.rint(Valuation.price(contract, market));
    int[] lanes = new int[STRIDE];
    RiskArrays risk = new RiskArrays(scenarios);
    int refused =
        risk.contract(contract, market, new Stress().scanRange(SCAN_RANGE), LOT, mark, lanes);
    if (refused != RiskArrays.FITS) {
      throw new IllegalStateException(risk.refusal(instrument, refused));
    }
    System.arraycopy(lanes, 0, arrays, instrument * STRIDE, STRIDE);
    return mark;
  }

  private static Contract contract(int instrument) {
    if (instrument == 0) {
      return Contract.perpetual();
    }
    if (instrument <= EXPIRIES) {
      return Contract.future();
    }
    int option = instrument - 1 - EXPIRIES;
    double strike = LOWEST_STRIKE + option / (2 * EXPIRIES) % STRIKES * STRIKE_STEP;
    return option % 2 == 0 ? Contract.call(strike) : Contract.put(strike);
  }

  private static double years(int instrument) {
    int expiry =
        instrument <= EXPIRIES ? instrument : 1 + (instrument - 1 - EXPIRIES) / 2 % EXPIRIES;
    return expiry / 12.0;
  }
}
