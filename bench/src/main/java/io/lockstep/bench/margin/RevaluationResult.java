package io.lockstep.bench.margin;

/**
 * What was measured of a re-valuation.
 *
 * @param micros one of everything, median of the runs.
 */
public record RevaluationResult(String name, double micros) {}
