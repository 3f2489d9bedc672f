package io.lockstep.host.risk;

import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.Market;
import io.lockstep.host.scenarios.Lot;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * An instrument, or an asset held as collateral, as the card is told of it, and the account's
 * position. Prices are in ticks, money is in scaled minor units.
 *
 * @param source where the file names it.
 * @param group its underlying's number.
 * @param market of the contract; an asset is a perpetual in it.
 * @param mark price.
 * @param lanes its risk array.
 * @param closeBand ticks.
 * @param maxPrice largest absolute price that occurs.
 * @param terms what it charges.
 * @param position lots.
 * @param entry price at which the position was traded, if its cost is not in the cash yet.
 */
record Instrument(
    JsonNode source,
    String name,
    int group,
    Contract contract,
    Market market,
    Lot lot,
    int mark,
    int[] lanes,
    long closeBand,
    int maxPrice,
    Charges terms,
    int position,
    OptionalInt entry) {}
