package io.lockstep.bench;

import io.lockstep.bench.cycles.GateMeasurement;
import io.lockstep.bench.cycles.MarginThroughput;
import io.lockstep.bench.cycles.MarginThroughput.Sender;
import io.lockstep.bench.cycles.StaleRow;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** The tables of {@code ./lockstep bench cycles --margin}, each printed when it is measured. */
final class MarginCyclesReport {
  private static final String FLOW_ROW = "  %-36s";
  private static final String FLOW_TITLE = " %14s";

  private final PrintWriter out;
  private final int accounts;
  private final long commands;
  private final long seed;
  private final double cycleNanos;

  /**
   * @param accounts of the mixed flow.
   * @param commands of the mixed flow.
   * @param cycleNanos length of a cycle.
   */
  MarginCyclesReport(PrintWriter out, int accounts, long commands, long seed, double cycleNanos) {
    this.out = out;
    this.accounts = accounts;
    this.commands = commands;
    this.seed = seed;
    this.cycleNanos = cycleNanos;
  }

  /** Measures and prints all. */
  void print() {
    printGate(GateMeasurement.onCardFor(accounts));
    printFlows(new MarginThroughput(accounts, seed));
  }

  private void printGate(GateMeasurement measured) {
    out.println("Gate, current epoch, one command in flight: operation in the pipe to verdict");
    measured.gate().print(out);
    out.printf("%nGate, current epoch: come to the gate to taken by the matcher%n");
    measured.gateToStart().print(out);
    out.printf("%nGate, epoch before: cycles until taken, beyond those of the current epoch%n");
    out.printf(
        "  %-16s %16s %8s %8s %8s%n", "stale portfolios", "their positions", "min", "max", "goal");
    for (StaleRow row : measured.stale()) {
      out.printf(
          "  %-16d %16d %8d %8d %8d%n",
          row.portfolios(), row.positions(), row.least(), row.most(), row.goal());
    }
    out.printf("%nCard, last byte in the window to first byte of the event on the bus%n");
    measured.windowToEvent().print(out);
    out.printf(
        Locale.ROOT, "%nAt %.2f ns a cycle, the card's longest path by estimate%n", cycleNanos);
    printNanos("gate, operation to verdict", measured.gate().most());
    printNanos("gate, until taken by the matcher", measured.gateToStart().most());
    printNanos(
        "window to event, new, rests",
        measured.windowToEvent().row(GateMeasurement.RESTS).getMaxValue());
    out.flush();
  }

  private void printNanos(String what, long cycles) {
    out.printf(Locale.ROOT, "  %-36s %6d cycles %8.1f ns%n", what, cycles, cycles * cycleNanos);
  }

  private void printFlows(MarginThroughput flow) {
    out.printf(
        Locale.ROOT,
        "%nMixed flow, %,d commands, seed %d, commands waiting in the window: cycles a command%n",
        commands,
        seed);
    out.printf(FLOW_ROW, "");
    out.printf(FLOW_TITLE, "without margin").printf(FLOW_TITLE, "with margin");
    out.printf(FLOW_TITLE, "marks move").println();
    printFlow(
        String.format(Locale.ROOT, "%,d accounts at random", accounts), flow, Sender.AT_RANDOM);
    printFlow("bursts of 20 from one account", flow, Sender.IN_BURSTS);
  }

  private void printFlow(String name, MarginThroughput flow, Sender sender) {
    out.printf(FLOW_ROW, name);
    printMean(() -> flow.withoutMargin(sender, commands));
    printMean(() -> flow.withMargin(sender, commands));
    printMean(() -> flow.marksMoving(sender, commands));
    out.println();
    out.flush();
  }

  private void printMean(DoubleSupplier cycles) {
    out.flush();
    out.printf(Locale.ROOT, " %14.2f", cycles.getAsDouble());
  }
}
