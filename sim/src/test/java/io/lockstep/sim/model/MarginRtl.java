package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.sim.verilated.VerilatedCard;

/**
 * The RTL of a card with margin, for its rules: with 32 scenarios, in the size that the fuzz has
 * too; with {@code -Dlockstep.long=true} with 16.
 */
final class MarginRtl {
  private static final Capacities SIZE =
      Boolean.getBoolean("lockstep.long") ? TestCapacities.TINY_MARGIN : Capacities.FUZZ_MARGIN;

  private MarginRtl() {}

  /** A card that is just reset; the first one is built. */
  static Card open() {
    return VerilatedCard.builder().parameters(SIZE.rtlParameters()).open();
  }
}
