package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * Once warm, an order's way allocates nothing: client, gateway, sequencer, engine, card model and
 * publisher on one thread, with media driver and archive. The smallest object has 16 bytes, so less
 * than one byte an order means that nothing is made for each; the archive makes a few objects for
 * each new segment of a recording.
 */
class AllocationTest {
  private static final int ORDERS = 100_000;

  /** On a busy machine the compiler takes its time; a round counts once the code is compiled. */
  private static final int ROUNDS_MAX = 6;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long reports;

  @Test
  void anOrderAllocatesNothing() {
    try (SteppedAppliance appliance =
        new SteppedAppliance(
            TestAppliance.settings()
                .logClock(Settings.LogClock.WALL)
                .heartbeatIntervalMs(600_000)
                .conclude(),
            TestVenue.VENUE)) {
      LockstepClient client =
          LockstepClient.connect(
              ClientOptions.ipc(appliance.aeron(), ALICE, "alice-key", appliance::step));
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS_MAX && least >= ORDERS; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        trade(appliance, client, 1 + round * ORDERS, ORDERS);
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        assertEquals(0, appliance.liveOrders());
      }

      assertTrue(reports >= ORDERS, "each order was reported");
      assertTrue(least < ORDERS, least + " bytes for " + ORDERS + " orders");
    }
  }

  private void trade(SteppedAppliance appliance, LockstepClient client, long firstId, int orders) {
    ClientListener listener =
        new ClientListener() {
          @Override
          public void onExecutionReport(ExecutionReportDecoder report) {
            reports++;
          }
        };
    for (int i = 0; i < orders; i++) {
      Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
      long price = MIDDLE + i / 2 % 100 * TICK;
      client.sendLimit(
          firstId + i, ALICE_ACCOUNT, INSTRUMENT, side, price, 1 + i / 2 % 7, TimeInForce.GTC);
      appliance.settle();
      while (client.poll(listener, 10) > 0) {
        // until all is heard
      }
    }
  }
}
