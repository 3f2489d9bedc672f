package io.lockstep.bench.cycles;

import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.verilated.VerilatedCard;
import java.util.ArrayList;
import java.util.List;

/**
 * Verilated cards with margin, 32 scenarios, of the sizes that the benchmarks want.
 *
 * @param accounts that the mixed flow is of.
 * @param overlap whether gate and matching overlap, as they do unless a card is built without.
 */
public record MarginCards(int accounts, boolean overlap) {
  private static final int SMALL_ACCOUNTS = 200;
  private static final int INSTRUMENTS = 128;
  private static final int ORDER_SLOTS = 4_096;
  private static final int SPARE_SLOTS = 256;
  private static final int SCENARIOS = 32;
  private static final int GROUPS = 16;
  private static final int WINDOW_SLOTS = 256;

  /**
   * Room for so many accounts with 8 positions each; for few, the card that the fuzz builds too.
   */
  private Capacities room() {
    if (accounts <= SMALL_ACCOUNTS) {
      return Capacities.FUZZ_MARGIN;
    }
    int rounded = Integer.highestOneBit(accounts - 1) << 1;
    return new Capacities(
            INSTRUMENTS,
            MarginInstruments.LEVELS,
            ORDER_SLOTS,
            ORDER_SLOTS - SPARE_SLOTS,
            rounded,
            rounded * MarginThroughput.POSITIONS,
            WINDOW_SLOTS)
        .withMargin(rounded, SCENARIOS, GROUPS);
  }

  /** Opens a card; the first time it is built, which takes some minutes. */
  VerilatedCard open() {
    List<String> parameters = new ArrayList<>(room().rtlParameters());
    if (!overlap) {
      parameters.add("OVERLAP=0");
    }
    return VerilatedCard.builder().parameters(parameters).open();
  }
}
