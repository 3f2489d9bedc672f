package io.lockstep.host.cli;

import io.lockstep.driver.Card;
import io.lockstep.driver.RingCard;
import io.lockstep.host.CardSetup;
import io.lockstep.host.CardSetup.Waves;
import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code --card} and {@code --waves}, on every command that runs a card. */
final class CardOption {
  /** The cards' names, for the help text. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Cards.names().iterator();
    }
  }

  private static final long COMMANDS_SEEN = 100;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--card",
      paramLabel = "CARD",
      completionCandidates = Names.class,
      description = {
        "Card to run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). The Java model, the RTL"
            + " under Verilator, or both side by side, which stops at the first difference."
      })
  private String name;

  @Option(
      names = "--waves",
      paramLabel = "FILE",
      description = {
        "Write a waveform (FST) of some of the card's commands. The first use builds a traced"
            + " simulator, which takes a minute."
      })
  private Path waves;

  @Option(
      names = "--from",
      paramLabel = "N",
      description = "First command in the waveform, counted from 0 (default: 0).")
  private Long from;

  @Option(
      names = "--to",
      paramLabel = "M",
      description = "Last command in the waveform (default: the hundredth from the first).")
  private Long to;

  private volatile OpenCard opened;

  /**
   * @param usual the card that is run unless the option names another.
   */
  CardOption(String usual) {
    name = usual;
  }

  /** The card's name. */
  String name() {
    if (!Cards.names().contains(name)) {
      throw wrongUse("no card '" + name + "'; there are: " + String.join(", ", Cards.names()));
    }
    return name;
  }

  /** A card after its reset. */
  OpenCard open() {
    CardSetup setup = CardSetup.of(name()).withWaves(waves()).withRepeat(commandLine());
    if (setup.waves().isPresent() && name.equals(Cards.MODEL)) {
      throw wrongUse("--waves: the model has no waveform; take another card");
    }
    setup.waves().ifPresent(this::announce);
    opened = Cards.open(setup);
    return opened;
  }

  /** A failure, told by its cause where that is the card. */
  RuntimeException explained(RuntimeException failure) {
    return opened == null ? failure : explained(failure, opened.card());
  }

  static RuntimeException explained(RuntimeException failure, Card card) {
    String why = Cards.whyLost(card);
    boolean tells = !why.isEmpty() && !why.equals(RingCard.CLOSED);
    return tells ? new IllegalStateException("the card stopped: " + why, failure) : failure;
  }

  private void announce(Waves written) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "Writing a waveform of the card's commands %d to %d into %s (the first use builds a traced"
            + " simulator)%n",
        written.from(), written.to(), written.file());
    err.flush();
  }

  private Optional<Waves> waves() {
    if (waves == null) {
      if (from != null || to != null) {
        throw wrongUse("--from and --to belong to --waves");
      }
      return Optional.empty();
    }
    long first = from == null ? 0 : from;
    long last = to == null ? first + COMMANDS_SEEN - 1 : to;
    if (first < 0 || last < first) {
      throw wrongUse("--from must be 0 or more, and --to no smaller");
    }
    Path folder = waves.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw wrongUse("--waves: there is no folder " + folder);
    }
    return Optional.of(new Waves(waves, first, last));
  }

  /** As it was given, for whoever wants to repeat the run. */
  private String commandLine() {
    ParseResult parsed = spec.root().commandLine().getParseResult();
    return spec.root().name() + " " + String.join(" ", parsed.originalArgs());
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
