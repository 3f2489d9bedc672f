package io.lockstep.driver;

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
    int windowSlots) {}
