package io.lockstep.bench;

import io.lockstep.bench.cycles.CycleMeasurement;
import io.lockstep.bench.cycles.CycleTable;
import io.lockstep.host.cli.HelpOption;
import io.lockstep.host.cli.WavesOption;
import io.lockstep.sim.verilated.VerilatedCard;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lockstep bench cycles}: latencies of the RTL in clock cycles, one command in flight. */
@Command(
    name = "cycles",
    description = {
      "Clock cycles of the RTL under Verilator, one command in flight, on a mixed flow: about 1,000",
      "resting orders on 250 levels; 40 %% orders that rest, 25.5 %% cancels, 19.5 %% price moves (a",
      "cancel, then a new), 10 %% IOC, 5 %% orders that cross and may rest.",
      "The figures are exact: the same seed gives the same table on every machine."
    })
final class CyclesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(
      names = "--commands",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Commands to measure (default: ${DEFAULT-VALUE}).")
  private int commands;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the flow (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private WavesOption waves;

  @Override
  public Integer call() {
    if (commands < 1) {
      throw new ParameterException(spec.commandLine(), "--commands must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "Mixed flow, %,d commands, seed %d, one in flight%n", commands, seed);
    out.flush();
    VerilatedCard.Builder builder = VerilatedCard.builder();
    waves
        .waves(spec.commandLine())
        .ifPresent(written -> builder.wave(written.file(), written.from(), written.to()));
    try (VerilatedCard card = builder.open()) {
      CycleMeasurement measurement = new CycleMeasurement(card, seed);
      while (measurement.commands() < commands) {
        measurement.step();
      }
      print(out, "Kernel, command taken to first event", measurement.kernelToEvent());
      print(out, "Kernel, command taken to ready for the next", measurement.kernelToReady());
      print(out, "Between the events of a command", measurement.betweenEvents());
      print(
          out,
          "Card, last byte in the window to first byte of the event on the bus",
          measurement.windowToEvent());
      out.printf(
          Locale.ROOT,
          "%nKernel, mean of the flow, the next command waiting: %.2f cycles a command%n",
          measurement.meanReadyCycles());
      out.flush();
    }
    return 0;
  }

  private static void print(PrintWriter out, String title, CycleTable table) {
    out.printf("%n%s%n", title);
    table.print(out);
    out.flush();
  }
}
