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

  @Option(
      names = "--card",
      paramLabel = "CARD",
      completionCandidates = Names.class,
      description = "Card to run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String name;

  /**
   * @param usual the card that is run unless the option names another.
   */
  CardOption(String usual) {
    name = usual;
  }

  /** The card's name. */
  String name() {
    if (!Cards.names().contains(name)) {
      throw new ParameterException(
          spec.commandLine(), "no card '" + name + "'; there are: " + Cards.names());
    }
    return name;
  }

  /** A card after its reset. */
  Card open() {
    return Cards.open(name());
  }
}
