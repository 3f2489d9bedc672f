package io.lockstep.host.margin;

import io.lockstep.host.scenarios.ContingencyRates;

/**
 * What a risk group charges for what scenarios move together, in the log's integers: millionths.
 * What each means, {@link ContingencyRates} says.
 */
public record ContingencyRule(int group, long basis, long calendar, long tilt) {
  private static final double MILLION = 1e6;

  ContingencyRates rates() {
    return new ContingencyRates(basis / MILLION, calendar / MILLION, tilt / MILLION);
  }
}
