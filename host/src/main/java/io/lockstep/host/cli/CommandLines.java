package io.lockstep.host.cli;

import io.lockstep.host.replay.InputException;
import io.lockstep.host.settings.SettingsException;
import io.lockstep.host.venue.VenueException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parsers of commands that tell what went wrong in one line, and how in their exit status. */
public final class CommandLines {
  private static final int WIDTH = 100;

  private CommandLines() {}

  /**
   * A parser for a command and its subcommands: exit status 1 where it failed, 2 for wrong use.
   * With LOCKSTEP_TRACE in the environment a failure also prints its stack trace.
   */
  public static CommandLine of(Object command) {
    CommandLine commandLine = new CommandLine(command);
    commandLine.setExecutionExceptionHandler(CommandLines::onFailure);
    commandLine.setParameterExceptionHandler(CommandLines::onWrongUse);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpWidth(WIDTH);
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
}
