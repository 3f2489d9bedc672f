package io.lockstep.bench;

import io.lockstep.bench.allocation.AllocationMeasurement;
import io.lockstep.host.cli.HelpOption;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lockstep bench allocation}: what the appliance's thread allocates. */
@Command(
    name = "allocation",
    description = {
      "Bytes that the appliance's thread allocates once warm, the journal on: gateway, timer,",
      "sequencer, engine, card model, publisher, media driver and archive. It is warm when a round of",
      "orders needed next to none. The archive makes a few objects for each new file of a recording,",
      "and once a second or so there is housekeeping: it is shown how many turns allocated anything.",
      "Exit status 1 when they are more than one for a thousand orders."
    })
final class AllocationCommand implements Callable<Integer> {
  private static final int WARM_UP_ORDERS = 50_000;
  private static final int WARM_UP_ROUNDS_MAX = 20;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "New orders to measure; replaces and cancels on top (default: ${DEFAULT-VALUE}).")
  private long orders;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the flow (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    if (orders < 1) {
      throw new ParameterException(spec.commandLine(), "--orders must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (AllocationMeasurement measurement = new AllocationMeasurement(seed)) {
      AllocationMeasurement.Result result = measurement.measure(WARM_UP_ORDERS);
      int rounds = 1;
      while (!result.ordersAreFree() && rounds < WARM_UP_ROUNDS_MAX) {
        result = measurement.measure(WARM_UP_ORDERS);
        rounds++;
      }
      out.printf(Locale.ROOT, "Warm after %,d orders%n", (long) rounds * WARM_UP_ORDERS);
      out.flush();
      result = measurement.measure(orders);
      out.printf(
          Locale.ROOT,
          "%,d orders, %,d messages put out, journal on: %,d bytes allocated%n",
          result.orders(),
          result.messages(),
          result.bytes());
      out.printf(
          Locale.ROOT,
          "Turns that allocated: %,d; new files of recordings: %,d; seconds: %,d%n",
          result.burstsThatAllocated(),
          result.newFiles(),
          result.seconds());
      out.println(
          result.ordersAreFree()
              ? "0 bytes an order"
              : "so many turns are no housekeeping: orders allocate");
      out.flush();
      return result.ordersAreFree() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
