package io.lockstep.host.scenarios;

import io.lockstep.host.pricing.Black;
import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.Market;

/**
 * Computes risk arrays: for each scenario of a set, what one long lot gains against its mark, in
 * scaled minor units, times the fraction of the scenario that counts; rounded to the nearest
 * integer, ties to even. Lanes beyond the set are 0.
 *
 * <p>Made once a set and used for all instruments; one thread; allocates nothing. A lane that the
 * card would not take is never cut: the array is refused, and what it held is not to be used.
 */
public final class RiskArrays {
  /** The array is whole. */
  public static final int FITS = -1;

  private final ScenarioSet set;
  private double refused;
  private int laneMax;

  public RiskArrays(ScenarioSet set) {
    this.set = set;
  }

  /**
   * The array of a contract. A future or perpetual moves with its underlying, its basis being
   * carried along: its array is linear in the moves. An option is priced anew, at its forward and
   * volatility in the scenario, and compared with its mark; so a mark that is not its price shows
   * in every lane.
   *
   * @param market of the contract; for an option with its volatility.
   * @param markTicks the instrument's mark.
   * @param lanes gets the array, at least as long as the set.
   * @return {@link #FITS}, or the first scenario whose lane the card would not take.
   */
  public int contract(
      Contract contract, Market market, Stress stress, Lot lot, int markTicks, int[] lanes) {
    return contract.type().isOption()
        ? option(contract, market, stress, lot, markTicks, lanes)
        : linear(contract, market, stress, lot, lanes);
  }

  private int linear(Contract contract, Market market, Stress stress, Lot lot, int[] lanes) {
    begin(lot, lanes);
    double carry = contract.type().isDated() ? market.carry() : 1;
    double level = stress.levelAt(market.underlying()) * carry / lot.tick();
    for (int i = 0; i < set.size(); i++) {
      double move = set.scenario(i).relativeMove(stress.scanRange());
      if (!put(i, move * level, lot, lanes)) {
        return i;
      }
    }
    return FITS;
  }

  private int option(
      Contract contract, Market market, Stress stress, Lot lot, int markTicks, int[] lanes) {
    begin(lot, lanes);
    double carry = market.carry();
    double worth = market.discount() / lot.tick();
    double deviation = market.volatility() * StrictMath.sqrt(market.years());
    double scale = set.volatilityScale(market.years()) * (1 + stress.widening());
    double level = stress.levelAt(market.underlying());
    for (int i = 0; i < set.size(); i++) {
      Scenario scenario = set.scenario(i);
      double moved = market.underlying() + scenario.relativeMove(stress.scanRange()) * level;
      double forward = StrictMath.max(0, moved) * carry;
      double stressed = deviation * StrictMath.max(0, 1 + scenario.volatilityMove() * scale);
      double gained = worth * Black.expected(contract, forward, stressed) - markTicks;
      if (!put(i, gained, lot, lanes)) {
        return i;
      }
    }
    return FITS;
  }

  /**
   * The array of an asset that is held as collateral: it moves with its own price, and in scenarios
   * in which that falls, what is left is cut by the haircut too. So the haircut is charged unless
   * something gains where the asset loses, and a lot never loses more than it is worth.
   *
   * @param haircut 0 to 1.
   * @param markTicks the asset's mark, its price; 0 and more.
   * @param lanes gets the array, at least as long as the set.
   * @return {@link #FITS}, or the first scenario whose lane the card would not take.
   * @throws IllegalArgumentException if haircut or mark are not so.
   */
  public int collateral(double haircut, Stress stress, Lot lot, int markTicks, int[] lanes) {
    if (!(haircut >= 0 && haircut <= 1) || markTicks < 0) {
      throw new IllegalArgumentException("haircut " + haircut + ", mark " + markTicks);
    }
    begin(lot, lanes);
    for (int i = 0; i < set.size(); i++) {
      double move = set.scenario(i).relativeMove(stress.scanRange());
      double gained = move < 0 ? (1 + move) * (1 - haircut) - 1 : move;
      if (!put(i, gained * markTicks, lot, lanes)) {
        return i;
      }
    }
    return FITS;
  }

  /**
   * Why the array last computed was refused.
   *
   * @param instrument its number.
   * @param scenario what the method answered.
   */
  public String refusal(int instrument, int scenario) {
    return "instrument "
        + instrument
        + ", scenario "
        + scenario
        + " of "
        + set.name()
        + " ("
        + set.scenario(scenario)
        + "): a lot gains "
        + (Double.isFinite(refused) ? String.valueOf((long) refused) : "no finite amount")
        + ", beyond what a lane holds, "
        + laneMax;
  }

  private void begin(Lot lot, int[] lanes) {
    laneMax = lot.laneMax();
    for (int i = set.size(); i < lanes.length; i++) {
      lanes[i] = 0;
    }
  }

  private boolean put(int scenario, double ticks, Lot lot, int[] lanes) {
    double gained = StrictMath.rint(ticks * lot.multiplier() * set.scenario(scenario).fraction());
    if (!(StrictMath.abs(gained) <= laneMax)) {
      refused = gained;
      return false;
    }
    lanes[scenario] = (int) gained;
    return true;
  }
}
