package io.lockstep.bench;

import picocli.CommandLine.Option;

/** How long a clock cycle of the card with margin is, where cycles are told as time too. */
final class CycleOption {
  /** Nanoseconds: the longest path that docs/synthesis.md tells of {@code card --margin}. */
  static final String ESTIMATE = "2.5";

  @Option(
      names = "--cycle-ns",
      paramLabel = "NS",
      defaultValue = ESTIMATE,
      description = {
        "Nanoseconds of a cycle of the card with margin (default: ${DEFAULT-VALUE}, the longest path",
        "by ./lockstep synth --preset card --margin)."
      })
  private double nanos;

  double nanos() {
    return nanos;
  }
}
