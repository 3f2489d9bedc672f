package io.lockstep.bench;

import io.lockstep.host.cli.CommandLines;
import io.lockstep.host.cli.HelpOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry of {@code ./lockstep bench}. */
@Command(
    name = "./lockstep bench",
    description =
        "Measures the appliance. Each figure names what it counts and from where to where.",
    subcommands = {
      CyclesCommand.class,
      KernelCommand.class,
      MarginCommand.class,
      FlowLinesCommand.class,
      AllocationCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec;

  @Mixin private HelpOption help;

  private Main() {}

  /** Runs the benchmark that the arguments name, and exits with its status. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return CommandLines.of(new Main());
  }

  /** Without the name of a benchmark there is nothing to measure. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which benchmark?");
  }
}
