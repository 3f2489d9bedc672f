package io.lockstep.host.cli;

import io.lockstep.driver.Card;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import picocli.CommandLine.Option;

/** {@code --card}, on every command that runs a card. */
final class CardOption {
  /** Cards that a command can run. */
  enum Kind {
    /** The Java model. */
    MODEL
  }

  @Option(
      names = "--card",
      paramLabel = "CARD",
      defaultValue = "model",
      description = "Card to run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Kind kind;

  /** A card after its reset. */
  Card open() {
    return new ModelCard(Capacities.SIM);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
