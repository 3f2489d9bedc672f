package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.sim.lockstep.CommandFile;
import io.lockstep.sim.lockstep.CommandReplay;
import io.lockstep.sim.lockstep.CommandReplay.CommandListener;
import io.lockstep.sim.lockstep.LockstepCard;
import io.lockstep.sim.lockstep.LockstepSettings;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import io.lockstep.sim.verilated.VerilatedCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The one place where the host names concrete cards. */
public final class Cards {
  /** The Java model of the card. */
  public static final String MODEL = "model";

  /** The card's RTL under Verilator. */
  public static final String VERILATED = "verilated";

  /** Model and RTL side by side: stops at the first difference. */
  public static final String LOCKSTEP = "lockstep";

  private static final List<String> NAMES = List.of(MODEL, VERILATED, LOCKSTEP);

  private Cards() {}

  /** What {@link #open} takes. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Opens a card in its state after a reset.
   *
   * @param name one of {@link #names}.
   * @throws IllegalArgumentException for another name.
   */
  public static Card open(String name) {
    switch (name) {
      case MODEL:
        return new ModelCard(Capacities.SIM);
      case VERILATED:
        return VerilatedCard.open();
      case LOCKSTEP:
        return lockstep(VerilatedCard.open(), LockstepSettings.defaults());
      default:
        throw new IllegalArgumentException("no card '" + name + "'; there are: " + NAMES);
    }
  }

  /**
   * Opens a lockstep card of the model and an RTL card.
   *
   * @param verilated after its reset; closed with the answer.
   * @param settings what a difference leaves behind; the waveform is this method's.
   */
  public static LockstepCard lockstep(Card verilated, LockstepSettings settings) {
    return new LockstepCard(
        new ModelCard(Capacities.SIM),
        MODEL,
        verilated,
        VERILATED,
        settings.withWaves(Cards::recordWaves));
  }

  private static void recordWaves(Path commands, long from, long to, Path waveform)
      throws IOException {
    try (CommandFile file = CommandFile.open(commands);
        Card traced = VerilatedCard.builder().wave(waveform, from, to).open()) {
      new CommandReplay(traced, (event, offset) -> {}).run(file, to, CommandListener.NONE);
    }
  }
}
