package io.lockstep.host.risk;

import io.lockstep.schema.card.Side;
import tools.jackson.databind.JsonNode;

/**
 * An open order.
 *
 * @param source where the file names it.
 * @param instrument its number.
 * @param price limit, ticks.
 */
record OpenOrder(JsonNode source, int instrument, Side side, int price, int lots) {}
