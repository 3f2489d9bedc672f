package io.lockstep.host.cli;

import io.lockstep.host.replay.InputException;
import io.lockstep.host.settings.SettingsException;
import io.lockstep.host.venue.VenueException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Entry of the Java commands; the launcher passes its words on. */
@Command(
    name = "./lockstep",
    description = "A matching and margin appliance: orders over Aeron, matched by RTL.",
    subcommands = {
      RunCommand.class,
      ClientCommand.class,
      DemoCommand.class,
      ReplayCommand.class,
      FuzzCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  private Main() {}

  /** Runs the command that the arguments name, and exits with its status. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The parser of all commands, with their errors told in one line. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setExecutionExceptionHandler(Main::onFailure);
    commandLine.setParameterExceptionHandler(Main::onWrongUse);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpWidth(100);
    return commandLine;
  }

  private static int onWrongUse(ParameterException wrongUse, String[] arguments) {
    CommandLine command = wrongUse.getCommandLine();
    tell(command, wrongUse.getMessage());
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    command.getErr().flush();
    return ExitCode.USAGE;
  }

  private static int onFailure(Exception failure, CommandLine command, ParseResult arguments)
      throws Exception {
    if (failure instanceof ParameterException) {
      throw failure;
    }
    tell(command, failure.getMessage() == null ? failure.toString() : failure.getMessage());
    if (System.getenv("LOCKSTEP_TRACE") != null) {
      failure.printStackTrace(command.getErr());
    }
    command.getErr().flush();
    return isWrongUse(failure) ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  private static boolean isWrongUse(Exception failure) {
    return failure instanceof InputException
        || failure instanceof SettingsException
        || failure instanceof VenueException;
  }

  private static void tell(CommandLine command, String message) {
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message);
  }

  /** Without a command there is nothing to do but say so. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
