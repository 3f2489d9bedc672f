package io.lockstep.host.cli;

import io.lockstep.schema.client.Phase;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Halts an instrument. */
@Command(
    name = "halt",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Halts an instrument of a running appliance: its orders stay and can be cancelled, and none are"
          + " taken until it is resumed. An auction that is being collected for is not held."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 refused, or there is no appliance; 2 wrong use.",
      "",
      "Example: ./lockstep halt 2"
    })
final class HaltCommand implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Parameters(paramLabel = "INSTRUMENT", description = "The instrument's id.")
  private int instrument;

  @Mixin private OperatorOption operator = new OperatorOption();

  @Override
  public Integer call() {
    return operator.ask(
        request -> request.setPhase(OperatorOption.REQUEST_ID, instrument, Phase.HALTED),
        count -> "instrument " + instrument + " is halted");
  }
}
