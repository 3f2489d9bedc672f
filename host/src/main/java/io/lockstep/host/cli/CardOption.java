package io.lockstep.host.cli;

import io.lockstep.driver.Card;
import io.lockstep.driver.RingCard;
import io.lockstep.host.CardSetup;
import io.lockstep.host.CardSetup.Waves;
import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.host.card.CardSource;
import io.lockstep.sim.model.Capacities;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code --card} and what belongs to it, on every command that runs a card. */
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
      description = {
        "Card to run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). The Java model, the RTL"
            + " under Verilator, both side by side, which stops at the first difference, or a card on"
            + " the bus: the first, or pcie:ADDRESS."
      })
  private String name;

  @Mixin private WavesOption waves;

  @Option(
      names = "--rtl",
      paramLabel = "DIR",
      description = {
        "Build the card from the RTL in this folder, a changed copy of fpga/rtl (default: this"
            + " checkout's)."
      })
  private Path rtl;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description = {
        "Where lockstep leaves report, commands and waveform when the cards differ (default:"
            + " lockstep-difference)."
      })
  private Path evidence;

  @Option(
      names = "--pcie-root",
      paramLabel = "DIR",
      description = {
        "Where the kernel shows the bus, in sys, proc and dev below this folder (default:"
            + " ${DEFAULT-VALUE}). Another one is for `pcie-card`, the card in a process of its own."
      })
  private Path pcieRoot = CardSetup.LINUX;

  private Capacities size = Capacities.SIM;
  private volatile OpenCard opened;

  /**
   * @param usual the card that is run unless the option names another.
   */
  CardOption(String usual) {
    name = usual;
  }

  /** A simulated card is opened in this size instead. */
  void setSize(Capacities capacities) {
    size = capacities;
  }

  /** The card's name. */
  String name() {
    check(spec.commandLine(), name);
    return name;
  }

  /**
   * Looks whether there can be such a card.
   *
   * @throws ParameterException if not.
   */
  static void check(CommandLine command, String name) {
    if (!Cards.isCard(name)) {
      String names = String.join(", ", Cards.names());
      throw new ParameterException(
          command, "no card '" + name + "'; there are: " + names + ", pcie:ADDRESS");
    }
  }

  /** Where other cards come from while it runs. */
  CardSource source() {
    return Cards.source(setup());
  }

  private CardSetup setup() {
    return CardSetup.of(name())
        .withSize(size)
        .withRtl(rtl())
        .withWaves(waves.waves(spec.commandLine()))
        .withEvidence(Optional.ofNullable(evidence))
        .withPcieRoot(pcieRoot)
        .withRepeat(commandLine());
  }

  /** The card is to margin orders, or not. */
  CardOption withMargin(boolean margins) {
    size = margins ? Capacities.SIM_MARGIN : Capacities.SIM;
    return this;
  }

  /** A card after its reset. */
  OpenCard open() {
    CardSetup setup = setup();
    if (!Cards.isSimulatedRtl(name) && setup.waves().isPresent()) {
      throw wrongUse("--waves: " + name + " has no waveform; take another card");
    }
    if (!Cards.isSimulatedRtl(name) && setup.rtl().isPresent()) {
      throw wrongUse("--rtl: " + name + " has no RTL; take another card");
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
    String why = card.failure();
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

  private Optional<Path> rtl() {
    if (rtl != null && !Files.exists(rtl.resolve("lockstep_card.sv"))) {
      throw wrongUse("--rtl: there is no lockstep_card.sv in " + rtl);
    }
    return Optional.ofNullable(rtl);
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
