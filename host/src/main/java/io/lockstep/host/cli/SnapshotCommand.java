package io.lockstep.host.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has a snapshot taken. */
@Command(
    name = "snapshot",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Has a running appliance write a snapshot into its archive directory, from which its next start"
          + " begins, and prints its name."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 refused, or there is no appliance; 2 wrong use.",
      "",
      "Example: ./lockstep snapshot"
    })
final class SnapshotCommand implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Mixin private OperatorOption operator = new OperatorOption();

  @Override
  public Integer call() {
    return operator.ask(request -> request.takeSnapshot(OperatorOption.REQUEST_ID));
  }
}
