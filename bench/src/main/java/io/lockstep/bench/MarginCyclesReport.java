package io.lockstep.bench;

import io.lockstep.bench.cycles.GateMeasurement;
import io.lockstep.bench.cycles.MarginCards;
import io.lockstep.bench.cycles.MarginThroughput;
import io.lockstep.bench.cycles.MarginThroughput.Sender;
import io.lockstep.bench.cycles.StaleRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The tables of {@code ./lockstep bench cycles --margin}, each printed when it is measured. */
final class MarginCyclesReport {
  private static final String FLOW_ROW = "  %-36s";
  private static final String FLOW_TITLE = " %15s";
  private static final List<String> FLOW_TITLES =
      List.of("without margin", "with margin", "a move of marks", "10 moves a s");
  private static final int MOVES_A_SECOND = 10;
  private static final double NANOS_A_SECOND = 1e9;

  private final PrintWriter out;
  private final MarginCards cards;
  private final long commands;
  private final long seed;
  private final double cycleNanos;

  /**
   * @param commands of the mixed flow.
   * @param cycleNanos length of a cycle.
   */
  MarginCyclesReport(
      PrintWriter out, MarginCards cards, long commands, long seed, double cycleNanos) {
    this.out = out;
    this.cards = cards;
    this.commands = commands;
    this.seed = seed;
    this.cycleNanos = cycleNanos;
  }

  /** Measures and prints all. */
  void print() {
    printGate(GateMeasurement.on(cards));
    printFlows(new MarginThroughput(cards, seed));
  }

  private void printGate(GateMeasurement measured) {
    out.println("Gate, current epoch, one command in flight: operation in the pipe to verdict");
    measured.gate().print(out);
    out.printf("%nGate, current epoch: come to the gate to taken by the matcher%n");
    measured.gateToStart().print(out);
    out.printf("%nGate, not ahead of the matcher: the same%n");
    measured.serialToStart().print(out);
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
    out.printf(Locale.ROOT, "%nAt %.2f ns a cycle, as the card is built for%n", cycleNanos);
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
    for (String title : FLOW_TITLES) {
      out.printf(FLOW_TITLE, title);
    }
    out.println();
    String random = String.format(Locale.ROOT, "%,d accounts at random", cards.accounts());
    printFlow(random, flow, Sender.AT_RANDOM);
    printFlow("bursts of 20 from one account", flow, Sender.IN_BURSTS);
  }

  private void printFlow(String name, MarginThroughput flow, Sender sender) {
    out.printf(FLOW_ROW, name);
    printMean((double) flow.withoutMargin(sender, commands) / commands);
    long cycles = flow.withMargin(sender, commands);
    double mean = (double) cycles / commands;
    printMean(mean);
    long move = flow.marksMoving(sender, commands) - cycles;
    out.printf(Locale.ROOT, " %,15d", move);
    double share = MOVES_A_SECOND * move * cycleNanos / NANOS_A_SECOND;
    printMean(mean / (1 - share));
    out.println();
    out.flush();
  }

  private void printMean(double cycles) {
    out.printf(Locale.ROOT, " %15.2f", cycles);
    out.flush();
  }
}
