package io.lockstep.host.cli;

import io.lockstep.host.log.JsonLines;
import io.lockstep.host.log.LogEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --log}: where the log goes. */
final class LogOption {
  private static final String STANDARD_ERROR = "-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      defaultValue = STANDARD_ERROR,
      description =
          "Append the log, a line of JSON an event, to this file (default: -, standard error).")
  private String file;

  /** Writes entries there; each is out when the call returns. */
  Consumer<LogEntry> lines() {
    PrintWriter writer = file.equals(STANDARD_ERROR) ? spec.commandLine().getErr() : append();
    return entry -> {
      writer.println(JsonLines.of(entry));
      writer.flush();
    };
  }

  private PrintWriter append() {
    try {
      return new PrintWriter(
          Files.newBufferedWriter(
              Path.of(file),
              StandardCharsets.US_ASCII,
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "--log: cannot write " + file + ": " + e, e);
    }
  }
}
