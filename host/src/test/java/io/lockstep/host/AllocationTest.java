package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.SelfTradePrevention;
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
  private static final int KINDS = 12;
  private static final int ORDERS = KINDS * 8_000;

  /** On a busy machine the compiler takes its time; a round counts once the code is compiled. */
  private static final int ROUNDS_MAX = 6;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Requests requests = new Requests();
  private long reports;
  private long done;

  @Test
  void aRequestOfAnyKindAllocatesNothing() {
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

      assertTrue(reports >= ORDERS, "most requests have an execution report");
      assertTrue(done >= ORDERS / KINDS, "each mass cancel found the order outside the window");
      assertTrue(least < ORDERS, least + " bytes for " + ORDERS + " orders");
    }
  }

  /** The requests of a round in their turn; the last one leaves nothing open. */
  private void write(int kind, long id, long price, int session) {
    switch (kind) {
      case 0 -> requests.limit(id, ALICE_GROUPED, INSTRUMENT, Side.SELL, price, 3);
      case 1 ->
          requests
              .limit(id, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, price, 5)
              .timeInForce(TimeInForce.FOK); // not so many are there
      case 2 ->
          requests.limit(id, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, price, 5).flags().postOnly(true);
      case 3 ->
          requests.replaceByClientOrderId(id, ALICE_GROUPED, INSTRUMENT, id - 3, price + TICK, 4);
      case 4 ->
          requests.replaceByClientOrderId(id, ALICE_GROUPED, INSTRUMENT, id - 4, price + TICK, 3);
      case 5 -> requests.market(id, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, 1);
      case 6 ->
          requests
              .limit(id, ALICE_GROUPED, INSTRUMENT, Side.BUY, price + TICK, 2)
              .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH);
      case 7 ->
          requests
              .limit(id, ALICE_ACCOUNT, INSTRUMENT, Side.SELL, price, 2)
              .timeInForce(TimeInForce.IOC)
              .flags()
              .reduceOnly(true);
      case 8 -> requests.limit(id, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, 900 * TICK, 2);
      case 9 -> requests.limit(id, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, price, 2);
      case 10 -> requests.cancelByClientOrderId(id, ALICE_ACCOUNT, id - 1);
      default -> requests.massCancel(id).session(session);
    }
  }

  private void trade(SteppedAppliance appliance, LockstepClient client, long firstId, int orders) {
    ClientListener listener =
        new ClientListener() {
          @Override
          public void onExecutionReport(ExecutionReportDecoder report) {
            reports++;
          }

          @Override
          public void onRequestDone(RequestDoneDecoder answer) {
            done += answer.count();
          }
        };
    for (int i = 0; i < orders; i++) {
      write(i % KINDS, firstId + i, MIDDLE + i / KINDS % 100 * TICK, client.session());
      client.send(requests);
      appliance.settle();
      while (client.poll(listener, 10) > 0) {
        // until all is heard
      }
    }
  }
}
