package io.lockstep.bench;

import io.lockstep.bench.cycles.CycleMeasurement;
import io.lockstep.bench.cycles.CycleTable;
import io.lockstep.bench.cycles.DepthMeasurement;
import io.lockstep.bench.cycles.DepthRow;
import io.lockstep.bench.cycles.FlowThroughput;
import io.lockstep.bench.cycles.MarginCards;
import io.lockstep.bench.cycles.MarginThroughput;
import io.lockstep.host.cli.HelpOption;
import io.lockstep.host.cli.WavesOption;
import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedCardBuild;
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
      "resting orders on 250 levels; 40 %% orders that rest, 25.5 %% cancels, 19.5 %% price moves,",
      "10 %% IOC, 5 %% orders that cross and may rest. Then the cycles of each kind of command by the",
      "number of live orders; for more than 65,280 a card with a larger pool is built, once.",
      "With --margin: the gate of a card with margin, and the same flow of accounts with eight",
      "positions each, with and without margin; that card is built at the first use.",
      "The figures are exact: the same seed gives the same table on every machine."
    })
final class CyclesCommand implements Callable<Integer> {
  private static final int USUAL_LIVE_ORDERS = 65_280;
  private static final int ROOMY_ORDER_SLOTS = 1 << 20;
  private static final int SPARE_SLOTS = 256;
  private static final int RESTING = 1_000;
  private static final int MARGIN_ACCOUNTS_MAX = 8_192;

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

  @Option(
      names = "--live-max",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Most live orders in the last table, from 10 on (default: ${DEFAULT-VALUE}).")
  private int liveMax;

  @Option(names = "--margin", description = "What margin takes, in place of the other tables.")
  private boolean margin;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "1000",
      description = {
        "With --margin: accounts of the flow, from 50 to 8192 (default: ${DEFAULT-VALUE});",
        "up to 200 fit a smaller card."
      })
  private int accounts;

  @Option(
      names = "--no-overlap",
      description = "With --margin: a card built without the overlap of gate and matching.")
  private boolean noOverlap;

  @Mixin private CycleOption cycle;

  @Mixin private WavesOption waves;

  @Override
  public Integer call() {
    if (commands < 1) {
      throw new ParameterException(spec.commandLine(), "--commands must be at least 1");
    }
    if (liveMax < 10 || liveMax > ROOMY_ORDER_SLOTS - SPARE_SLOTS) {
      throw new ParameterException(
          spec.commandLine(), "--live-max must be from 10 to " + (ROOMY_ORDER_SLOTS - SPARE_SLOTS));
    }
    if (accounts < MarginThroughput.ACCOUNTS_MIN || accounts > MARGIN_ACCOUNTS_MAX) {
      throw new ParameterException(
          spec.commandLine(),
          "--accounts must be from "
              + MarginThroughput.ACCOUNTS_MIN
              + " to "
              + MARGIN_ACCOUNTS_MAX);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (margin) {
      if (waves.waves(spec.commandLine()).isPresent()) {
        throw new ParameterException(spec.commandLine(), "--waves does not go with --margin");
      }
      new MarginCyclesReport(
              out, new MarginCards(accounts, !noOverlap), commands, seed, cycle.nanos())
          .print();
      return 0;
    }
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
    try (VerilatedCard card = VerilatedCard.open()) {
      out.printf(
          Locale.ROOT,
          "Card, commands waiting in the window: %.2f cycles a command%n",
          new FlowThroughput(card, seed, RESTING).meanCycles(commands));
      out.flush();
    }
    printByLiveOrders(out);
    return 0;
  }

  private void printByLiveOrders(PrintWriter out) {
    try (VerilatedCard card = roomyCard()) {
      DepthMeasurement measurement = new DepthMeasurement(card, seed);
      for (long orders = 10; orders <= liveMax; orders *= 10) {
        measurement.measure((int) orders);
      }
      out.printf("%nKernel, by live orders: command taken to first event / to ready, medians%n");
      out.printf("  %-26s", "");
      measurement.rows().forEach(row -> out.printf(Locale.ROOT, " %,10d", row.orders()));
      out.println();
      for (String kind : DepthRow.KINDS) {
        out.printf("  %-26s", kind);
        measurement.rows().forEach(row -> out.printf(" %10s", row.of(kind).text()));
        out.println();
      }
      out.flush();
    }
  }

  private VerilatedCard roomyCard() {
    if (liveMax <= USUAL_LIVE_ORDERS) {
      return VerilatedCard.open();
    }
    return VerilatedCard.builder()
        .library(VerilatedCardBuild.libraryWithOrders(ROOMY_ORDER_SLOTS))
        .open();
  }

  private static void print(PrintWriter out, String title, CycleTable table) {
    out.printf("%n%s%n", title);
    table.print(out);
    out.flush();
  }
}
