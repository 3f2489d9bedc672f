package io.lockstep.host.cli;

import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.host.replay.InputException;
import io.lockstep.host.risk.CardMargin;
import io.lockstep.host.risk.Figures;
import io.lockstep.host.risk.Portfolio;
import io.lockstep.host.risk.RiskJson;
import io.lockstep.host.risk.RiskReport;
import io.lockstep.host.risk.RiskText;
import io.lockstep.sim.model.Capacities;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The margin of a portfolio in a file. */
@Command(
    name = "margin",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Reads an account from a JSON file: cash, collateral, positions, open orders, and the prices,"
          + " volatilities and scenarios that its margin depends on. Values its instruments, puts it"
          + " into a card, and prints what the card requires, in units of the file's currency."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 the card is lost; 2 wrong use, or the file is wrong.",
      "",
      "Example: ./lockstep margin docs/examples/margin-hedge.json --greeks"
    })
final class MarginCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private CardOption card = new CardOption(Cards.MODEL);

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The portfolio, JSON.")
  private Path path;

  @Option(names = "--greeks", description = "Show Greeks too, of positions and underlyings.")
  private boolean greeks;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--schema", description = "Print the JSON schema of FILE, and do no more.")
  private boolean schema;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (schema) {
      out.print(Portfolio.schema());
    } else {
      print(out, report());
    }
    out.flush();
    return ExitCode.OK;
  }

  private void print(PrintWriter out, RiskReport report) {
    if (json) {
      out.println(RiskJson.of(report));
    } else {
      RiskText.of(report).forEach(out::println);
    }
  }

  private RiskReport report() {
    if (path == null) {
      throw new ParameterException(spec.commandLine(), "which file?");
    }
    Portfolio portfolio = Portfolio.read(path);
    card.setSize(Capacities.FUZZ_MARGIN);
    try (OpenCard opened = card.open()) {
      if (opened.card().description().groups() == 0) {
        throw new InputException("card " + card.name() + " has no margin; take another");
      }
      Figures figures = new CardMargin(opened.card(), portfolio).run();
      return new RiskReport(portfolio, figures, card.name(), greeks);
    } catch (IllegalStateException failure) {
      throw card.explained(failure);
    }
  }
}
