package io.lockstep.bench;

import io.lockstep.bench.flow.CsvEncoding;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.host.cli.HelpOption;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lockstep bench flow}: the mixed flow as lines for {@code ./lockstep kernel}. */
@Command(
    name = "flow",
    description = {
      "Writes the mixed flow of the other benchmarks as CSV, a line a command, for ./lockstep kernel:"
          + " so that its speed can be measured. The first lines fill the book."
    })
final class FlowLinesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(
      names = "--commands",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Commands to write (default: ${DEFAULT-VALUE}).")
  private long commands;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "1000",
      description = "About how many orders rest (default: ${DEFAULT-VALUE}).")
  private int orders;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the flow (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    if (commands < 1 || orders < 1) {
      throw new ParameterException(
          spec.commandLine(), "--commands and --orders must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    CsvEncoding lines = new CsvEncoding(out);
    MixedFlow flow = new MixedFlow(seed, orders);
    for (long written = 0; written < commands; written++) {
      lines.write(flow.next());
    }
    out.flush();
    return 0;
  }
}
