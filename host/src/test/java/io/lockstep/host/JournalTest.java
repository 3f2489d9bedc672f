package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.gateway.Gateway;
import io.lockstep.host.gateway.GatewayLimits;
import io.lockstep.host.gateway.ReportArchive;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.machine.MachineMail;
import io.lockstep.host.publisher.Journal;
import io.lockstep.host.publisher.OutputStream;
import io.lockstep.host.publisher.Publisher;
import io.lockstep.host.sequencer.DirectSequencer;
import io.lockstep.host.sequencer.LiveLog;
import io.lockstep.host.sequencer.LogInputs;
import io.lockstep.host.sequencer.StepClock;
import io.lockstep.host.venue.Definitions;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Reports wait until the log is recorded up to their cause. The agents are wired by hand here, so
 * that the archive gets its turns only when the test says so.
 */
class JournalTest {
  private final Transport transport = new Transport(TestAppliance.settings().conclude());
  private final LogInputs inputs = new LogInputs();
  private final SessionTable sessions = new SessionTable(4);
  private final ExclusivePublication log = transport.recorded(1010, 64 * 1024);
  private final ExclusivePublication reports = transport.recorded(1011, 64 * 1024);
  private final Journal journal = transport.recordedPosition(log)::getAsLong;
  private final RefusalCounters refusals = new RefusalCounters(transport.aeron());
  private final Subscription output = transport.reader(reports);
  private final DirectSequencer sequencer =
      new DirectSequencer(inputs, log, new StepClock(0, 1_000), 0, 0);
  private final Engine engine =
      new Engine(
          new LiveLog(transport.reader(log)),
          Cards.open(Cards.MODEL),
          1,
          new OutputStream(reports),
          refusals);
  private final Gateway gateway =
      new Gateway(
          transport.aeron(),
          List.of(transport.ingress("aeron:ipc")),
          SystemEpochClock.INSTANCE,
          TestVenue.VENUE.keys(),
          TestVenue.VENUE.operators(),
          sessions,
          after -> ReportArchive.NOT_KEPT,
          inputs.requests(),
          new MachineMail(),
          new LogTickets(inputs.requests(), sequencer, () -> Long.MAX_VALUE),
          refusals,
          new GatewayLimits(60_000, 64 * 1024, 0, 1, Set.of()),
          ApplianceListener.NONE);
  private final List<OrderStatus> heard = new ArrayList<>();
  private final ClientListener listener =
      new ClientListener() {
        @Override
        public void onExecutionReport(ExecutionReportDecoder report) {
          heard.add(report.status());
        }
      };

  @AfterEach
  void end() {
    transport.close();
  }

  @Test
  void aReportWaitsUntilItsCauseIsRecorded() {
    Publisher publisher = TestPublisher.of(transport, reports, output, journal, sessions);
    LockstepClient client = trade(publisher);

    turns(publisher, client);
    assertEquals(List.of(), heard);
    assertTrue(publisher.waitsForJournal());
    assertTrue(journal.recordedPosition() < log.position());
    assertEquals(0, publisher.hash().messages());

    while (journal.recordedPosition() < log.position()) {
      transport.invokeArchive();
    }
    turns(publisher, client);
    assertEquals(List.of(OrderStatus.ACCEPTED), heard);
    assertFalse(publisher.waitsForJournal());
  }

  @Test
  void aReportGoesAtOnceWhereTheJournalIsNotAsked() {
    Publisher publisher =
        TestPublisher.of(transport, reports, output, () -> Long.MAX_VALUE, sessions);
    LockstepClient client = trade(publisher);

    turns(publisher, client);
    assertEquals(List.of(OrderStatus.ACCEPTED), heard);
    assertTrue(journal.recordedPosition() < log.position());
  }

  @Test
  void aTicketIsGoodOnceWhatItStandsForIsRecorded() {
    new Definitions(TestVenue.VENUE, inputs.requests()).offerEnd();
    BooleanSupplier ticket =
        new LogTickets(inputs.requests(), sequencer, transport.recordedPosition(log)::getAsLong)
            .issue();
    assertFalse(ticket.getAsBoolean(), "it waits for the sequencer");
    sequencer.doWork();
    long behind = sequencer.logPosition();
    assertFalse(ticket.getAsBoolean(), "it waits for the archive");
    new Definitions(TestVenue.VENUE, inputs.requests()).offerEnd();
    sequencer.doWork();
    while (journal.recordedPosition() < behind) {
      assertFalse(ticket.getAsBoolean());
      transport.invokeArchive();
      transport.invokeDriver();
    }
    assertTrue(ticket.getAsBoolean());
  }

  /** Logs on with the archive's help, then sends an order. */
  private LockstepClient trade(Publisher publisher) {
    Definitions definitions = new Definitions(TestVenue.VENUE, inputs.requests());
    definitions.offer();
    definitions.offerEnd();
    Runnable everything =
        () -> {
          agents(publisher);
          transport.invokeArchive();
          transport.invokeDriver();
          transport.invokeClient();
        };
    LockstepClient client =
        LockstepClient.connect(
            ClientOptions.ipc(transport.aeron(), TestVenue.ALICE, "alice-key", everything));
    while (journal.recordedPosition() < log.position()) {
      everything.run();
    }
    byte[] order = Messages.newOrder(1);
    client.send(new UnsafeBuffer(order), 0, order.length);
    return client;
  }

  private void turns(Publisher publisher, LockstepClient client) {
    for (int i = 0; i < 100; i++) {
      agents(publisher);
      client.poll(listener, 10);
    }
  }

  private void agents(Publisher publisher) {
    gateway.doWork();
    sequencer.doWork();
    engine.doWork();
    publisher.doWork();
  }
}
