package io.lockstep.bench;

import io.lockstep.bench.kernel.KernelComparison;
import io.lockstep.bench.kernel.KernelResult;
import io.lockstep.host.cli.HelpOption;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lockstep bench kernel}: the Java kernel beside its peers. */
@Command(
    name = "kernel",
    description = {
      "The Java model of the card, the direct book of exchange-core 0.5.3 and a plain TreeMap book"
          + " on the same mixed flow: 40 %% orders that rest, 25.5 %% cancels, 19.5 %% price moves, 10 %%"
          + " IOC, 5 %% orders that cross; 250 levels. The commands are decoded beforehand; every"
          + " trade of every run is compared.",
      "Times are of this machine, and only mean something if nothing else runs on it."
    })
final class KernelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(
      names = "--orders",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,10000",
      description = "About how many orders rest, a table for each (default: ${DEFAULT-VALUE}).")
  private List<Integer> orders;

  @Option(
      names = "--commands",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Commands of each run (default: ${DEFAULT-VALUE}).")
  private int commands;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "7",
      description = "Runs of each kernel, in turns (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      defaultValue = "15",
      description = "Seconds for which all run before, in turns (default: ${DEFAULT-VALUE}).")
  private int warmUpSeconds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the flow (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    requirePositive("--commands", commands);
    requirePositive("--runs", runs);
    orders.forEach(resting -> requirePositive("--orders", resting));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Java kernels, one thread, %,d commands, seed %d, median of %d runs in turns%n",
        commands,
        seed,
        runs);
    for (int resting : orders) {
      KernelComparison comparison = new KernelComparison(seed, resting, commands);
      out.printf(
          Locale.ROOT,
          "%n%,d orders rest; %,d trades and %,d ended orders, equal in all kernels and runs%n",
          resting,
          comparison.trades(),
          comparison.outputs() - comparison.trades());
      out.flush();
      print(out, comparison.measure(TimeUnit.SECONDS.toNanos(warmUpSeconds), runs));
    }
    return 0;
  }

  private void print(PrintWriter out, List<KernelResult> results) {
    double ours = results.get(0).millionsASecond();
    out.printf(
        "  %-34s %10s %8s %7s %7s %10s%n",
        "", "million/s", "ratio", "p50 ns", "p99 ns", "bytes/cmd");
    for (KernelResult result : results) {
      out.printf(
          Locale.ROOT,
          "  %-34s %10.2f %8.2f %7d %7d %10.1f%n",
          result.name(),
          result.millionsASecond(),
          result.millionsASecond() / ours,
          result.nanos().getValueAtPercentile(50),
          result.nanos().getValueAtPercentile(99),
          (double) result.allocatedBytes() / commands);
    }
    out.flush();
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(spec.commandLine(), option + " must be at least 1");
    }
  }
}
