package io.lockstep.host.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Entry of the Java commands; the launcher passes its words on. */
@Command(
    name = "./lockstep",
    description = "A matching and margin appliance: orders over Aeron, matched by RTL.",
    subcommands = {
      RunCommand.class,
      ClientCommand.class,
      FeedCommand.class,
      StatCommand.class,
      HaltCommand.class,
      ResumeCommand.class,
      KillCommand.class,
      SnapshotCommand.class,
      CardCommand.class,
      DemoCommand.class,
      ReplayCommand.class,
      FuzzCommand.class,
      RelogCommand.class,
      KernelCommand.class,
      PriceCommand.class,
      MarginCommand.class,
      SynthCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Mixin private HelpOption help;

  private Main() {}

  /** Runs the command that the arguments name, and exits with its status. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The parser of all commands, with their errors told in one line. */
  static CommandLine commandLine() {
    return CommandLines.of(new Main());
  }

  /** Without a command there is nothing to do but say so. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
