package io.lockstep.host.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes the card. */
@Command(
    name = "card",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Has a running appliance load another card, or the same one anew, compare the states of both, and"
          + " go on with it; the output is as if nothing had happened. If it cannot be had or differs, the one"
          + " that runs goes on. A card that was lost is replaced by the Java model: this brings another back."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 refused, or there is no appliance; 2 wrong use.",
      "",
      "Example: ./lockstep card model"
    })
final class CardCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Parameters(
      paramLabel = "CARD",
      completionCandidates = CardOption.Names.class,
      description = "The card: ${COMPLETION-CANDIDATES}, or pcie:ADDRESS.")
  private String card;

  @Mixin private OperatorOption operator = new OperatorOption();

  @Override
  public Integer call() {
    CardOption.check(spec.commandLine(), card);
    return operator.ask(request -> request.changeCard(OperatorOption.REQUEST_ID, card));
  }
}
