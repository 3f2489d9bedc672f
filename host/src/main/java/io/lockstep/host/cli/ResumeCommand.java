package io.lockstep.host.cli;

import io.lockstep.schema.client.Phase;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets an instrument trade again. */
@Command(
    name = "resume",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Lets an instrument of a running appliance trade: what was collected for an auction is"
          + " auctioned first. With --call orders are collected, until the next resume."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 refused, or there is no appliance; 2 wrong use.",
      "",
      "Example: ./lockstep resume 2"
    })
final class ResumeCommand implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Parameters(paramLabel = "INSTRUMENT", description = "The instrument's id.")
  private int instrument;

  @Option(names = "--call", description = "Collect orders for an auction, instead of trading.")
  private boolean call;

  @Mixin private OperatorOption operator = new OperatorOption();

  @Override
  public Integer call() {
    return operator.ask(
        request ->
            request.setPhase(
                OperatorOption.REQUEST_ID, instrument, call ? Phase.CALL : Phase.CONTINUOUS),
        count -> "instrument " + instrument + (call ? " collects orders" : " trades"));
  }
}
