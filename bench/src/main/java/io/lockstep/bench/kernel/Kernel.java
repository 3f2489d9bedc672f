package io.lockstep.bench.kernel;

import org.HdrHistogram.Histogram;

/**
 * A matching kernel with its commands, decoded beforehand in the form that it takes. Each run
 * starts from an empty book. Each class has loops of its own, so that the compiler sees one kernel
 * in them.
 */
interface Kernel {
  /** What the report calls it. */
  String name();

  /** Empties the book. */
  void reset();

  /** Executes commands {@code from} to {@code to} − 1, and logs what comes of them. */
  void run(int from, int to);

  /** The same, with the nanoseconds of each command, its output taken, into the histogram. */
  void time(int from, int to, Histogram nanos);

  /** What came of the commands. */
  OutputLog output();
}
