package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.gateway.Gateway;
import io.lockstep.host.gateway.GatewayLimits;
import io.lockstep.host.gateway.ReportArchive;
import io.lockstep.host.gateway.SessionListener;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.sequencer.InputRing;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** A real gateway before a small ring that no sequencer empties. */
class GatewayBusyTest {
  @Test
  void refusesRequestsWhileTheLogTakesNoMore() {
    try (Transport transport = new Transport(TestAppliance.settings().conclude())) {
      RefusalCounters refusals = new RefusalCounters(transport.aeron());
      Gateway gateway =
          new Gateway(
              transport.aeron(),
              List.of(transport.ingress("aeron:ipc")),
              SystemEpochClock.INSTANCE,
              TestVenue.VENUE.keys(),
              TestVenue.VENUE.operators(),
              new SessionTable(1),
              after -> ReportArchive.NOT_KEPT,
              new InputRing(1024),
              () -> () -> true,
              refusals,
              new GatewayLimits(60_000, 64 * 1024, 0, 1, Set.of()),
              SessionListener.NONE);
      Runnable turn =
          () -> {
            gateway.doWork();
            transport.invokeDriver();
            transport.invokeClient();
          };
      LockstepClient client =
          LockstepClient.connect(
              ClientOptions.ipc(transport.aeron(), TestVenue.ALICE, "alice-key", turn));

      List<Long> refused = new ArrayList<>();
      for (int i = 1; i <= 30; i++) {
        byte[] order = Messages.newOrder(i);
        client.send(new UnsafeBuffer(order), 0, order.length);
        turn.run();
        client.poll(
            new ClientListener() {
              @Override
              public void onRefused(RefusedDecoder message) {
                assertEquals(RejectReason.BUSY, message.reason());
                refused.add(message.clientOrderId());
              }
            },
            10);
      }

      assertTrue(refused.contains(30L) && !refused.contains(1L), refused.toString());
      assertEquals(refused.size(), refusals.get(RejectReason.BUSY));
      assertEquals(refused.size(), refusals.total());
    }
  }
}
