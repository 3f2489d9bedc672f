package io.lockstep.driver;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a card says of itself in its identity and capacity blocks.
 *
 * @param schemaHash of the schema that it was built from.
 * @param rulesVersionMin oldest version of the rules that it implements.
 * @param rulesVersionMax newest version of the rules that it implements.
 * @param clockKilohertz of its clock; 0 where it is simulated.
 * @param levels price levels an instrument.
 * @param orderSlots places in the order pool.
 * @param liveOrders most live orders, at least 256 fewer than slots.
 * @param portfolios 0 in a card without margin, as scenarios and groups.
 * @param scenarios of margin.
 * @param groups risk groups.
 * @param windowSlots most commands offered and not yet consumed.
 */
public record CardDescription(
    int revision,
    long schemaHash,
    int rulesVersionMin,
    int rulesVersionMax,
    int clockKilohertz,
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
  /**
   * The first thing in which another card differs that commands can notice; empty: there is none.
   */
  public Optional<String> unlike(CardDescription other) {
    return Stream.of(
            difference("schema hash", schemaHash, other.schemaHash),
            difference("instruments", instruments, other.instruments),
            difference("levels", levels, other.levels),
            difference("order slots", orderSlots, other.orderSlots),
            difference("live orders", liveOrders, other.liveOrders),
            difference("accounts", accounts, other.accounts),
            difference("portfolios", portfolios, other.portfolios),
            difference("positions", positions, other.positions),
            difference("scenarios", scenarios, other.scenarios),
            difference("groups", groups, other.groups))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> difference(String what, long one, long other) {
    return one == other ? Optional.empty() : Optional.of(what + ": " + one + " and " + other);
  }
}
