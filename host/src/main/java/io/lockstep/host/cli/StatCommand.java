package io.lockstep.host.cli;

import io.lockstep.host.stat.CountersFile;
import io.lockstep.host.stat.Reading;
import io.lockstep.host.stat.StatCsv;
import io.lockstep.host.stat.StatScreen;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what a running appliance counts. */
@Command(
    name = "stat",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Shows the counters of a running appliance: of Aeron, of the host and of the card, read from"
          + " the media driver's counters file. The appliance takes no notice. On a terminal the view"
          + " is drawn over, until Ctrl-C or until the appliance has ended."
    },
    footer = {
      "",
      "Exit status: 0 with --once; 1 there is no appliance, or it has ended; 2 wrong use; 130 after"
          + " Ctrl-C.",
      "",
      "Example: ./lockstep stat --once"
    })
final class StatCommand implements Callable<Integer> {
  private static final String HOME = "\u001b[H";
  private static final String CLEAR = "\u001b[2J";
  private static final String CLEAR_TO_END = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Mixin private AeronOption aeron;

  @Option(
      names = "--interval",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "Milliseconds from one look to the next (default: ${DEFAULT-VALUE}).")
  private int intervalMs;

  @Option(
      names = "--once",
      description = "Print every counter once, as CSV, for scripts: part, name, value.")
  private boolean once;

  @Override
  public Integer call() throws InterruptedException {
    if (intervalMs < 1) {
      throw new ParameterException(spec.commandLine(), "--interval: at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (CountersFile file =
        CountersFile.open(aeron.directory()).orElseThrow(() -> aeron.noAppliance(null))) {
      if (once) {
        StatCsv.print(file.read(), out);
        return ExitCode.OK;
      }
      show(file, out, Terminal.isInteractive());
    }
    throw new IllegalStateException("the appliance in " + aeron.directory() + " has ended");
  }

  /** Until the appliance has ended. */
  private void show(CountersFile file, PrintWriter out, boolean moving)
      throws InterruptedException {
    Reading before = file.read();
    out.print(moving ? CLEAR : "");
    while (file.isAlive()) {
      Reading now = file.read();
      print(StatScreen.lines(now, before), out, moving);
      before = now;
      Thread.sleep(intervalMs);
    }
  }

  private static void print(List<String> lines, PrintWriter out, boolean moving) {
    out.print(moving ? HOME : "");
    lines.forEach(line -> out.println(moving ? line + CLEAR_TO_END : line));
    out.print(moving ? CLEAR_BELOW : System.lineSeparator());
    out.flush();
  }
}
