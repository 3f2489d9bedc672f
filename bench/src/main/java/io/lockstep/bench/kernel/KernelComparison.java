package io.lockstep.bench.kernel;

import com.sun.management.ThreadMXBean;
import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.MixedFlow;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Runs the same commands through kernels, in turns, and compares all that they answer. One thread;
 * needs the machine for itself where its times are to mean anything.
 */
public final class KernelComparison {
  private static final int OUTPUTS_A_COMMAND_MAX = 2;
  private static final int FILL_FACTOR = 4;

  private final List<Kernel> kernels;
  private final int fill;
  private final int commands;
  private final OutputLog expected;

  /**
   * Decodes the commands for each kernel and runs all once, for their outputs.
   *
   * @param resting about how many orders rest.
   * @param commands to measure, after those that fill the book.
   * @throws IllegalStateException if their outputs differ.
   */
  public KernelComparison(long seed, int resting, int commands) {
    this.fill = FILL_FACTOR * resting;
    this.commands = commands;
    List<FlowCommand> flow = new MixedFlow(seed, resting).next(fill + commands);
    int outputs = OUTPUTS_A_COMMAND_MAX * (fill + commands);
    this.kernels =
        List.of(
            new CardKernel(flow, new OutputLog(outputs)),
            new ExchangeCoreKernel(flow, new OutputLog(outputs)),
            new TreeMapKernel(flow, new OutputLog(outputs)));
    Kernel first = kernels.get(0);
    start(first);
    first.run(fill, fill + commands);
    this.expected = first.output().copy();
    for (Kernel kernel : kernels) {
      runNanos(kernel);
    }
  }

  /** Outputs of each kernel in each run. */
  public int outputs() {
    return expected.size();
  }

  /** How many of these are trades. */
  public int trades() {
    return expected.trades();
  }

  /**
   * Measures.
   *
   * @param warmUpNanos so long all kernels run before, in turns, until the compiler is done with
   *     them.
   * @param runs of each kernel, in turns; the median counts.
   */
  public List<KernelResult> measure(long warmUpNanos, int runs) {
    long start = System.nanoTime();
    do {
      kernels.forEach(this::runNanos);
    } while (System.nanoTime() - start < warmUpNanos);
    long[][] nanos = new long[kernels.size()][runs];
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < kernels.size(); i++) {
        nanos[i][run] = runNanos(kernels.get(i));
      }
    }
    List<KernelResult> results = new ArrayList<>();
    for (int i = 0; i < kernels.size(); i++) {
      Arrays.sort(nanos[i]);
      double millions = commands * 1e3 / nanos[i][runs / 2];
      Kernel kernel = kernels.get(i);
      results.add(
          new KernelResult(kernel.name(), millions, latencies(kernel), allocatedBytes(kernel)));
    }
    return results;
  }

  /**
   * Bytes that the card's kernel allocates in all commands once it is warm.
   *
   * @throws IllegalStateException if its outputs differ.
   */
  public long allocatedByTheCard() {
    runNanos(kernels.get(0));
    return allocatedBytes(kernels.get(0));
  }

  private long runNanos(Kernel kernel) {
    start(kernel);
    long before = System.nanoTime();
    kernel.run(fill, fill + commands);
    long nanos = System.nanoTime() - before;
    requireExpected(kernel);
    return nanos;
  }

  private Histogram latencies(Kernel kernel) {
    Histogram nanos = new Histogram(3);
    start(kernel);
    kernel.time(fill, fill + commands, nanos);
    requireExpected(kernel);
    nanos.reset();
    start(kernel);
    kernel.time(fill, fill + commands, nanos);
    requireExpected(kernel);
    return nanos;
  }

  private long allocatedBytes(Kernel kernel) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    start(kernel);
    // The first call may allocate on its own.
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();
    kernel.run(fill, fill + commands);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    requireExpected(kernel);
    return bytes;
  }

  /** A full book, and no garbage of the kernel that ran before. */
  private void start(Kernel kernel) {
    kernel.reset();
    kernel.run(0, fill);
    kernel.output().clear();
    System.gc();
  }

  private void requireExpected(Kernel kernel) {
    kernel.output().requireEqual(kernel.name(), expected, kernels.get(0).name());
  }
}
