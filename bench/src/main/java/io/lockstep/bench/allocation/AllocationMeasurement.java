package io.lockstep.bench.allocation;

import com.sun.management.ThreadMXBean;
import io.lockstep.host.SteppedAppliance;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.settings.RestartSettings;
import io.lockstep.host.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Bytes that the appliance's one thread allocates: gateway, timer, sequencer, engine, card model
 * and publisher, with media driver and archive, the journal on. The client runs between the
 * appliance's turns and is not counted, and no snapshots are taken.
 *
 * <p>What is not made by orders is told apart by how seldom it is: the archive makes a few objects
 * for each new file of a recording, and once a second or so there is housekeeping.
 */
public final class AllocationMeasurement implements AutoCloseable {
  private static final int ORDERS_A_BURST = 8;
  private static final int IN_FLIGHT = 256;
  private static final String RECORDING = ".rec";

  /** The client is never behind: to catch up costs a look into the recording. */
  private static final int SESSION_TERM_BYTES = 1024 * 1024;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final ClientListener deaf = new ClientListener() {};
  private final OrderFlow flow;
  private final SteppedAppliance appliance;
  private final LockstepClient client;
  private long bytes;
  private long burstsThatAllocated;

  /**
   * What was allocated for a number of orders.
   *
   * @param orders new ones; replaces and cancels came on top.
   * @param messages of the output stream.
   * @param bytes allocated.
   * @param burstsThatAllocated bursts of orders while which anything was.
   * @param newFiles of the recordings.
   * @param seconds that it took, rounded up.
   */
  public record Result(
      long orders,
      long messages,
      long bytes,
      long burstsThatAllocated,
      long newFiles,
      long seconds) {
    private static final int ORDERS_A_RARE_EVENT = 1_000;

    /** What was allocated came with things that are rarer than one order in a thousand. */
    public boolean ordersAreFree() {
      return burstsThatAllocated * ORDERS_A_RARE_EVENT <= orders;
    }
  }

  /**
   * Starts an appliance and logs on.
   *
   * @param seed of the flow.
   */
  public AllocationMeasurement(long seed) {
    flow = new OrderFlow(seed);
    Settings settings =
        Settings.builder()
            .commandsInFlight(IN_FLIGHT)
            .sessionTermBytes(SESSION_TERM_BYTES)
            .restart(RestartSettings.STRICT.withSnapshotEvery(0))
            .heartbeatIntervalMs(600_000)
            .conclude();
    appliance = new SteppedAppliance(settings, OrderFlow.VENUE);
    client =
        LockstepClient.connect(
            ClientOptions.ipc(
                appliance.aeron(), OrderFlow.PARTICIPANT, OrderFlow.KEY, appliance::step));
  }

  /** Sends so many new orders, and what comes with them, and counts. */
  public Result measure(long orders) {
    long end = flow.orders() + orders;
    long filesBefore = files();
    long messagesBefore = appliance.outputHash().messages();
    bytes = 0;
    burstsThatAllocated = 0;
    long start = System.nanoTime();
    while (flow.orders() < end) {
      for (int i = 0; i < ORDERS_A_BURST; i++) {
        client.send(flow.next());
      }
      settle();
      while (client.poll(deaf, 256) > 0) {
        // so that it is not too slow
      }
    }
    return new Result(
        orders,
        appliance.outputHash().messages() - messagesBefore,
        bytes,
        burstsThatAllocated,
        files() - filesBefore,
        1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
  }

  private void settle() {
    long before = threads.getCurrentThreadAllocatedBytes();
    appliance.settle();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    bytes += allocated;
    burstsThatAllocated += allocated > 0 ? 1 : 0;
  }

  private long files() {
    Path directory = appliance.settings().archiveDirectory();
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(RECORDING)).count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Ends client and appliance. */
  @Override
  public void close() {
    client.close();
    appliance.close();
  }
}
