package io.lockstep.bench.kernel;

import org.HdrHistogram.Histogram;

/**
 * What was measured of a kernel.
 *
 * @param millionsASecond commands, median of the runs.
 * @param nanos of each command, one at a time, in a run of its own.
 * @param allocatedBytes in all commands of a run.
 */
public record KernelResult(
    String name, double millionsASecond, Histogram nanos, long allocatedBytes) {}
