package io.lockstep.host.demo;

import java.math.BigDecimal;

/**
 * An instrument as the demo shows it.
 *
 * @param id at the venue.
 * @param referenceTicks where its price begins.
 * @param tickSize price units a tick.
 * @param decimals of a price unit: 2 where the unit is a hundredth.
 */
record DemoInstrument(int id, String name, int referenceTicks, long tickSize, int decimals) {
  /** A price as people write it. */
  String price(int ticks) {
    return BigDecimal.valueOf(ticks * tickSize, decimals).toPlainString();
  }
}
