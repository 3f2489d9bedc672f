package io.lockstep.bench;

import io.lockstep.bench.margin.RevaluationComparison;
import io.lockstep.bench.margin.RevaluationResult;
import io.lockstep.bench.margin.VerilatedRevaluation;
import io.lockstep.host.cli.HelpOption;
import io.lockstep.host.scenarios.ScenarioSet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lockstep bench margin}: a full re-valuation by host and card, beside a plain loop. */
@Command(
    name = "margin",
    description = {
      "A full re-valuation: each account's profit in its worst scenario, from its positions and the"
          + " instruments' risk arrays. By the host, and by a plain loop in C++ over the same arrays,"
          + " compiled here; 32 bits times 32 bits, summed up in 64. Every run is compared with the"
          + " card's Java model, which is loaded with the same positions and sweeps them.",
      "And by the card itself: clock cycles of its RTL under Verilator, which loads all positions"
          + " first; that takes some minutes, and at the first use the card is built.",
      "Times are of this machine, and only mean something if nothing else runs on it."
    })
final class MarginCommand implements Callable<Integer> {
  private static final int INSTRUMENTS = 64;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Accounts (default: ${DEFAULT-VALUE}).")
  private int accounts;

  @Option(
      names = "--positions",
      paramLabel = "N",
      defaultValue = "20",
      description = "Positions of each account, at most 64 (default: ${DEFAULT-VALUE}).")
  private int positions;

  @Option(
      names = "--scenarios",
      paramLabel = "SET",
      split = ",",
      defaultValue = "span16,grid31",
      description = "Scenario sets, a table for each (default: ${DEFAULT-VALUE}).")
  private List<String> scenarios;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1001",
      description = "Runs of each, in turns (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the positions (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--host-only", description = "Leaves the card's cycles out.")
  private boolean hostOnly;

  @Mixin private CycleOption cycle;

  @Override
  public Integer call() {
    requireFrom1("--accounts", accounts, Integer.MAX_VALUE / INSTRUMENTS);
    requireFrom1("--positions", positions, INSTRUMENTS);
    requireFrom1("--runs", runs, Integer.MAX_VALUE);
    for (String set : scenarios) {
      if (!ScenarioSet.NAMES.contains(set)) {
        throw new ParameterException(
            spec.commandLine(), "--scenarios: one of " + String.join(", ", ScenarioSet.NAMES));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Full re-valuation, one thread, %,d accounts, %d positions each, seed %d, median of %,d runs in turns%n",
        accounts,
        positions,
        seed,
        runs);
    List<RevaluationComparison> comparisons = new ArrayList<>();
    for (String set : scenarios) {
      RevaluationComparison comparison = new RevaluationComparison(seed, accounts, positions, set);
      print(out, set, comparison, comparison.measure(runs, runs));
      comparisons.add(comparison);
    }
    if (!hostOnly) {
      printCard(out, comparisons);
    }
    return 0;
  }

  private void printCard(PrintWriter out, List<RevaluationComparison> comparisons) {
    out.printf("%nLockstep, card, RTL under Verilator, 32 lanes; the same checksums%n");
    out.flush();
    PrintWriter progress = spec.commandLine().getErr();
    try (VerilatedRevaluation card =
        new VerilatedRevaluation(
            seed,
            accounts,
            positions,
            loaded -> {
              progress.printf(Locale.ROOT, "%,d of %,d accounts loaded%n", loaded, accounts);
              progress.flush();
            })) {
      out.printf(
          "  %-40s %10s %18s %16s%n",
          "", "cycles", "cycles/position", "µs at " + cycle.nanos() + " ns");
      for (RevaluationComparison comparison : comparisons) {
        long cycles = comparison.cardCycles(card);
        out.printf(
            Locale.ROOT,
            "  %-40s %,10d %18.2f %16.1f%n",
            comparison.scenarios() + " scenarios",
            cycles,
            (double) cycles / accounts / positions,
            cycles * cycle.nanos() / 1e3);
        out.flush();
      }
    }
  }

  private void print(
      PrintWriter out,
      String set,
      RevaluationComparison comparison,
      List<RevaluationResult> results) {
    out.printf(
        Locale.ROOT,
        "%n%s, %d scenarios; checksum %016x, equal in all runs and in the card's model%n",
        set,
        comparison.scenarios(),
        comparison.checksum());
    out.printf("  %-40s %8s %18s %10s%n", "", "µs", "positions/µs", "speed");
    double plain = results.get(results.size() - 1).micros();
    for (RevaluationResult result : results) {
      out.printf(
          Locale.ROOT,
          "  %-40s %8.1f %18.1f %9.2fx%n",
          result.name(),
          result.micros(),
          (double) accounts * positions / result.micros(),
          plain / result.micros());
    }
    out.flush();
  }

  private void requireFrom1(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ParameterException(spec.commandLine(), option + " must be from 1 to " + most);
    }
  }
}
