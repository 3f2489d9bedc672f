package io.lockstep.host.cli;

import io.lockstep.driver.Card;
import io.lockstep.host.Cards;
import java.util.Iterator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --card}, on every command that runs a card. */
final class CardOption {
  /** The cards' names, for the help text. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Cards.names().iterator();
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private String name;

  @Option(
      names = "--card",
      paramLabel = "CARD",
      defaultValue = "model",
      completionCandidates = Names.class,
      description = "Card to run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  void setName(String given) {
    if (!Cards.names().contains(given)) {
      throw new ParameterException(
          spec.commandLine(), "no card '" + given + "'; there are: " + Cards.names());
    }
    name = given;
  }

  String name() {
    return name;
  }

  /** A card after its reset. */
  Card open() {
    return Cards.open(name);
  }
}
