package io.lockstep.sim.lockstep;

import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import io.lockstep.sim.verilated.VerilatedCard;

/** The pair that {@code --card lockstep} means. */
public final class LockstepCards {
  private LockstepCards() {}

  /** The model and this checkout's RTL under Verilator, both just reset. */
  public static LockstepCard open(LockstepSettings settings) {
    return open(VerilatedCard.open(), settings.withWaves(VerilatedWaves.ofCheckout()));
  }

  /**
   * The model and a Verilated card of one's own.
   *
   * @param verilated just reset, preset {@code sim}; closed with the pair, or at once where none
   *     comes.
   */
  public static LockstepCard open(VerilatedCard verilated, LockstepSettings settings) {
    return open(verilated, Capacities.SIM, settings);
  }

  /**
   * A model and a Verilated card of one size.
   *
   * @param verilated just reset; closed with the pair, or at once where none comes.
   */
  public static LockstepCard open(
      VerilatedCard verilated, Capacities size, LockstepSettings settings) {
    ModelCard model = new ModelCard(size);
    try {
      return new LockstepCard(model, "model", verilated, "verilated", settings);
    } catch (RuntimeException e) {
      verilated.close();
      throw e;
    }
  }
}
