package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.gateway.Gateway;
import io.lockstep.host.gateway.GatewayLimits;
import io.lockstep.host.gateway.JournalTickets;
import io.lockstep.host.gateway.ReportArchive;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.machine.MachineMail;
import io.lockstep.host.sequencer.InputRing;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real gateway before a small ring that no sequencer empties. */
class GatewayAloneTest {
  private static final int TURNS_BEFORE_IT_IS_RECORDED = 2_000;

  private final Transport transport = new Transport(TestAppliance.settings().conclude());
  private final RefusalCounters refusals = new RefusalCounters(transport.aeron());
  private final SessionTable sessions = new SessionTable(1);
  private long turns;

  @AfterEach
  void end() {
    transport.close();
  }

  @Test
  void refusesRequestsWhileTheLogTakesNoMore() {
    Gateway gateway = gateway(() -> () -> true);
    LockstepClient client = connect(gateway);

    List<Long> refused = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      byte[] order = Messages.newOrder(i);
      client.send(new UnsafeBuffer(order), 0, order.length);
      turn(gateway);
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

  /** No number of a session is given twice, though the process may be killed at any time. */
  @Test
  void answersALogonOnceItIsRecorded() {
    sessions.restore(6, TestVenue.ALICE, false);
    Gateway gateway =
        gateway(
            () -> {
              turns = 0;
              return () -> turns > TURNS_BEFORE_IT_IS_RECORDED;
            });
    LockstepClient client = connect(gateway);
    assertTrue(turns > TURNS_BEFORE_IT_IS_RECORDED, "answered after " + turns);
    assertEquals(7, client.session());
  }

  private Gateway gateway(JournalTickets journal) {
    return new Gateway(
        transport.aeron(),
        List.of(transport.ingress("aeron:ipc")),
        SystemEpochClock.INSTANCE,
        TestVenue.VENUE.keys(),
        TestVenue.VENUE.operators(),
        sessions,
        after -> ReportArchive.NOT_KEPT,
        new InputRing(1024),
        new MachineMail(),
        journal,
        refusals,
        new GatewayLimits(60_000, 64 * 1024, 0, 1, Set.of()),
        ApplianceListener.NONE);
  }

  private LockstepClient connect(Gateway gateway) {
    return LockstepClient.connect(
        ClientOptions.ipc(transport.aeron(), TestVenue.ALICE, "alice-key", () -> turn(gateway)));
  }

  private void turn(Gateway gateway) {
    turns++;
    gateway.doWork();
    transport.invokeDriver();
    transport.invokeClient();
  }
}
