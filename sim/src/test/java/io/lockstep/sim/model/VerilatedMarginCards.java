package io.lockstep.sim.model;

import io.lockstep.sim.verilated.VerilatedCard;
import java.util.List;

/** Verilated cards with margin, in the sizes of the tests. */
final class VerilatedMarginCards {
  private VerilatedMarginCards() {}

  /** A card of this checkout's RTL in that size, just reset; built where it is new. */
  static VerilatedCard open(Capacities size) {
    return VerilatedCard.builder()
        .parameters(
            List.of(
                "INSTRUMENTS=" + size.instruments(),
                "LEVELS=" + size.levels(),
                "ORDERS=" + size.orderSlots(),
                "LIVE_ORDERS=" + size.liveOrders(),
                "ACCOUNTS=" + size.accounts(),
                "PORTFOLIOS=" + size.portfolios(),
                "POSITIONS=" + size.positions(),
                "SCENARIOS=" + size.scenarios(),
                "GROUPS=" + size.groups(),
                "WINDOW_SLOTS=" + size.windowSlots()))
        .open();
  }
}
