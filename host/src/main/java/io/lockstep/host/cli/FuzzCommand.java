package io.lockstep.host.cli;

import io.lockstep.driver.Card;
import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.host.fuzz.GatewayFuzz;
import io.lockstep.host.fuzz.GatewayFuzzResult;
import io.lockstep.sim.coverage.CoverageReport;
import io.lockstep.sim.coverage.CoverageRun;
import io.lockstep.sim.fuzz.FuzzResult;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.fuzz.FuzzText;
import io.lockstep.sim.model.Capacities;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Random and hostile commands, straight into a card. */
@Command(
    name = "fuzz",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Sends random and hostile commands straight into a card. With --card lockstep, model and RTL"
          + " get the same ones and must answer the same, byte for byte; at the first difference"
          + " the run ends and leaves seed, commands, both events and a waveform in a folder.",
      "Ends with the table of all ways in which a command can end, how often each was seen, and the"
          + " command that repeats the run. A run of 10,000,000 commands fails if one of these ways"
          + " was seen less than 1,000 times."
    },
    footer = {
      "",
      "Exit status: 0 no difference, and all seen; 1 a difference, the card was lost, something was"
          + " seen too seldom, a line of RTL was not reached, or the gateway did wrong; 2 wrong use.",
      "",
      "Example: ./lockstep fuzz --card lockstep --commands 1000000 --seed 1"
    })
final class FuzzCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private CardOption card = new CardOption(Cards.LOCKSTEP);

  @Option(
      names = "--commands",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Commands to send (default: 100000).")
  private long commands;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of all chance (default: 1).")
  private long seed;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      defaultValue = "" + FuzzSettings.DEFAULT_IN_FLIGHT,
      description = "Most commands sent before their answers are awaited (default: 64).")
  private int inFlight;

  @Option(
      names = "--margin",
      description = {
        "Sends the stream of a card with portfolio margin, to a small card that has it. A card on the"
            + " bus must have it."
      })
  private boolean margin;

  @Option(
      names = "--coverage",
      description = {
        "Builds the Verilated card with line coverage, sends it streams of this length and seed, and"
            + " shows the lines of RTL that none reached. Not with --card, --rtl, --waves, --in-flight or --margin."
      })
  private boolean coverage;

  @Option(
      names = "--gateway",
      paramLabel = "N",
      description = {
        "Sends so many hostile messages to the gateway of an appliance instead, with the Java model as"
            + " its card. Not with --card, --rtl, --waves, --commands, --in-flight or --margin."
      })
  private Long gatewayInputs;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (gatewayInputs != null) {
      return fuzzGateway(out);
    }
    if (coverage) {
      return showCoverage(out);
    }
    ProgressBar progress = new ProgressBar(out, "commands", Terminal.isInteractive());
    if (margin) {
      card.setSize(Capacities.FUZZ_MARGIN);
    }
    FuzzResult result;
    try (OpenCard opened = card.open()) {
      refuseOther(opened.card());
      result = runner(opened.card(), progress).run();
    }
    if (result.isClean()) {
      progress.onProgress(result.answered(), commands);
    }
    FuzzText.of(result, card.name()).forEach(out::println);
    out.flush();
    return result.isClean() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void refuseOther(Card opened) {
    boolean has = opened.description().portfolios() > 0;
    if (has != margin) {
      throw new ParameterException(
          spec.commandLine(),
          has ? "this card has margin: add --margin" : "this card has no margin: drop --margin");
    }
  }

  private int fuzzGateway(PrintWriter out) {
    refuseBeside(
        "--gateway",
        List.of("--card", "--rtl", "--waves", "--commands", "--in-flight", "--margin"));
    ProgressBar progress = new ProgressBar(out, "messages", Terminal.isInteractive());
    GatewayFuzzResult result =
        new GatewayFuzz(seed, gatewayInputs, sent -> progress.onProgress(sent, gatewayInputs))
            .run();
    result.text().forEach(out::println);
    out.flush();
    return result.isClean() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void refuseBeside(String option, List<String> others) {
    for (String other : others) {
      if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
        throw new ParameterException(
            spec.commandLine(), option + " has its own card and streams; drop " + other);
      }
    }
  }

  private int showCoverage(PrintWriter out) {
    refuseBeside("--coverage", List.of("--card", "--rtl", "--waves", "--in-flight", "--margin"));
    try {
      CoverageReport report = new CoverageRun().run(commands, seed);
      report.text().forEach(out::println);
      out.flush();
      return report.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FuzzRunner runner(Card opened, ProgressBar progress) {
    try {
      return new FuzzRunner(
          opened,
          FuzzSettings.of(seed, commands).withInFlight(inFlight),
          (answered, all, trades) -> progress.onProgress(answered, all));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }
}
