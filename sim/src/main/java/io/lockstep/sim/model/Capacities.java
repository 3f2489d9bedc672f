package io.lockstep.sim.model;

import io.lockstep.driver.CardDescription;
import io.lockstep.schema.card.CardSchemaHash;
import java.util.List;

/**
 * What a model card can hold.
 *
 * @param instruments known at most.
 * @param levels price levels an instrument, a power of two.
 * @param orderSlots places in the order pool.
 * @param liveOrders most live orders.
 * @param accounts accounts known at most.
 * @param portfolios places for portfolios; 0 without margin, as scenarios and groups.
 * @param positions places for positions.
 * @param scenarios of a risk array: 16 or 32.
 * @param groups risk groups.
 * @param windowSlots most commands offered and not yet executed, a power of two.
 */
public record Capacities(
    int instruments,
    int levels,
    int orderSlots,
    int liveOrders,
    int accounts,
    int portfolios,
    int positions,
    int scenarios,
    int groups,
    int windowSlots) {
  /** The preset {@code sim} of docs/card.md. */
  public static final Capacities SIM =
      new Capacities(64, 4_096, 65_536, 65_280, 16_384, 65_536, 256);

  /** The preset {@code sim} with margin. */
  public static final Capacities SIM_MARGIN = SIM.withMargin(16_384, 32, 64);

  /**
   * A small card with margin, for the fuzz: pools are full soon, a group has room for more
   * instruments than it may have, and so has an account for positions.
   */
  public static final Capacities FUZZ_MARGIN =
      new Capacities(256, 512, 4_096, 2_000, 256, 256, 2_048, 32, 16, 128);

  private static final int DESIGN_REVISION = 1;
  private static final int RULES_VERSION = 1;
  private static final int SLOTS_BEYOND_LIVE_ORDERS = 256;

  /**
   * Checks the figures against each other.
   *
   * @throws IllegalArgumentException where one is not positive, there are too few spare slots, or
   *     {@code levels} or {@code windowSlots} is not a power of two.
   */
  public Capacities {
    require(instruments > 0 && instruments <= 1 << 16, "instruments: 1 to 65,536");
    require(isPowerOfTwo(levels), "levels: a power of two");
    require(liveOrders > 0, "liveOrders: at least 1");
    require(
        orderSlots - liveOrders >= SLOTS_BEYOND_LIVE_ORDERS,
        "orderSlots: at least 256 more than liveOrders");
    require(accounts > 0, "accounts: at least 1");
    require(positions > 0, "positions: at least 1");
    require(
        (portfolios > 0 && groups > 0 && (scenarios == 16 || scenarios == 32))
            || (portfolios == 0 && groups == 0 && scenarios == 0),
        "portfolios, scenarios (16 or 32) and groups: all, or none without margin");
    require(groups <= 1 << 16, "groups: at most 65,536");
    require(isPowerOfTwo(windowSlots), "windowSlots: a power of two");
  }

  /** A card without margin. */
  public Capacities(
      int instruments,
      int levels,
      int orderSlots,
      int liveOrders,
      int accounts,
      int positions,
      int windowSlots) {
    this(instruments, levels, orderSlots, liveOrders, accounts, 0, positions, 0, 0, windowSlots);
  }

  /** The same card with margin. */
  public Capacities withMargin(int withPortfolios, int withScenarios, int withGroups) {
    return new Capacities(
        instruments,
        levels,
        orderSlots,
        liveOrders,
        accounts,
        withPortfolios,
        positions,
        withScenarios,
        withGroups,
        windowSlots);
  }

  /** The same as parameters of lockstep_card.sv, each {@code NAME=VALUE}. */
  public List<String> rtlParameters() {
    return List.of(
        "INSTRUMENTS=" + instruments,
        "LEVELS=" + levels,
        "ORDERS=" + orderSlots,
        "LIVE_ORDERS=" + liveOrders,
        "ACCOUNTS=" + accounts,
        "PORTFOLIOS=" + portfolios,
        "POSITIONS=" + positions,
        "SCENARIOS=" + scenarios,
        "GROUPS=" + groups,
        "WINDOW_SLOTS=" + windowSlots);
  }

  /** Whether the card margins orders. */
  public boolean hasMargin() {
    return groups > 0;
  }

  /** Those of a card, which the model has then too. */
  public static Capacities of(CardDescription card) {
    return new Capacities(
        card.instruments(),
        card.levels(),
        card.orderSlots(),
        card.liveOrders(),
        card.accounts(),
        card.portfolios(),
        card.positions(),
        card.scenarios(),
        card.groups(),
        card.windowSlots());
  }

  /** The same as a card tells it of itself; the features it lacks have capacity 0. */
  CardDescription describe() {
    return new CardDescription(
        DESIGN_REVISION,
        CardSchemaHash.VALUE,
        RULES_VERSION,
        RULES_VERSION,
        0,
        instruments,
        levels,
        orderSlots,
        liveOrders,
        accounts,
        portfolios,
        positions,
        scenarios,
        groups,
        windowSlots);
  }

  private static boolean isPowerOfTwo(int figure) {
    return figure > 0 && Integer.bitCount(figure) == 1;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
