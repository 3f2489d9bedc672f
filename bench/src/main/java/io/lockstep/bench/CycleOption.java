package io.lockstep.bench;

import picocli.CommandLine.Option;

/** How long a clock cycle of the card with margin is, where cycles are told as time too. */
final class CycleOption {
  /** Nanoseconds that the RTL is built for; docs/synthesis.md tells what is reached by estimate. */
  static final String GOAL = "2.5";

  @Option(
      names = "--cycle-ns",
      paramLabel = "NS",
      defaultValue = GOAL,
      description = {
        "Nanoseconds of a cycle of the card with margin (default: ${DEFAULT-VALUE}, the goal; what is",
        "reached, ./lockstep synth --preset card --margin estimates)."
      })
  private double nanos;

  double nanos() {
    return nanos;
  }
}
