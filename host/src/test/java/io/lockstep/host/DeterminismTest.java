package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.Subscription;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.publisher.OutputStream;
import io.lockstep.host.publisher.Publisher;
import io.lockstep.host.sequencer.LiveLog;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.schema.client.RejectReason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs in the same order give the same output, whatever runs when. */
class DeterminismTest {
  private static final int REQUESTS = 2_000;
  private static final int FLOW_SEED = 7;

  /** What tells that the flow has every kind of request in every state of the book. */
  private static final List<RejectReason> MET =
      List.of(
          RejectReason.UNKNOWN_ORDER,
          RejectReason.NOTHING_TO_REDUCE,
          RejectReason.WOULD_CROSS,
          RejectReason.WOULD_SELF_TRADE,
          RejectReason.UNFILLABLE,
          RejectReason.QUANTITY_MISSING);

  @TempDir private Path directory;
  private LateCard lateCard;

  @Test
  void theOrderOfTheAgentsChangesNothing() {
    String fixed = run(TestAppliance.settings(), REQUESTS);
    for (long seed : new long[] {1, 2, 3}) {
      assertEquals(
          fixed,
          run(TestAppliance.settings().agentOrderSeed(seed), REQUESTS),
          "agent order drawn from seed " + seed);
    }
  }

  @Test
  void repliesAtOnceSayTheSameAsRepliesWhenRecorded() {
    assertEquals(
        run(TestAppliance.settings(), REQUESTS),
        run(TestAppliance.settings().replyWhenRecorded(false), REQUESTS));
  }

  @Test
  void everyCardGivesTheSameOutput() {
    String model = run(TestAppliance.settings(), REQUESTS);
    for (String card : List.of(Cards.VERILATED, Cards.LOCKSTEP)) {
      assertEquals(model, run(TestAppliance.settings().card(card), REQUESTS), card);
      assertEquals(
          model,
          run(TestAppliance.settings().card(card).commandsInFlight(256), REQUESTS),
          card + " with 256 commands in flight");
    }
  }

  @Test
  void oneRequestMoreChangesTheHash() {
    assertNotEquals(
        run(TestAppliance.settings(), REQUESTS), run(TestAppliance.settings(), REQUESTS + 1));
  }

  @Test
  void theRecordedLogGivesTheSameOutputForAnyNumberOfCommandsInFlight() {
    String original = run(TestAppliance.settings().archiveDirectory(directory), REQUESTS);
    for (int commandsInFlight : new int[] {1, 7, 256}) {
      assertEquals(
          original, replayOfTheLog(commandsInFlight), commandsInFlight + " commands in flight");
      long most = lateCard.inFlightMax();
      assertTrue(most <= commandsInFlight && 2 * most > commandsInFlight, "at most " + most);
    }
  }

  /** Reads the log's recording into a new engine with a new card; answers hash and counts. */
  private String replayOfTheLog(int commandsInFlight) {
    Settings settings = TestAppliance.settings().archiveDirectory(directory).conclude();
    try (Transport transport = new Transport(settings);
        LateCard card = new LateCard(Cards.open(Cards.MODEL), FLOW_SEED)) {
      lateCard = card;
      var reports =
          transport.recorded(SteppedAppliance.OUTPUT_STREAM_ID, settings.outputTermBytes());
      Subscription log = recordedLog(transport);
      OutputStream output = new OutputStream(reports);
      Engine engine =
          new Engine(
              new LiveLog(log),
              card,
              commandsInFlight,
              output,
              new RefusalCounters(transport.aeron()));
      Publisher publisher =
          TestPublisher.of(
              transport,
              reports,
              transport.reader(reports),
              () -> Long.MAX_VALUE,
              new SessionTable(1));
      transport.await("replay", log::isConnected);
      boolean ended = false;
      while (!ended || publisher.position() != output.position()) {
        engine.doWork();
        publisher.doWork();
        transport.invokeArchive();
        transport.invokeDriver();
        transport.invokeClient();
        ended |= log.hasNoImages() && engine.isIdle();
      }
      return line(publisher);
    }
  }

  private static Subscription recordedLog(Transport transport) {
    long[] recording = {-1};
    transport
        .archive()
        .listRecordingsForUri(
            0,
            100,
            "aeron:ipc",
            SteppedAppliance.LOG_STREAM_ID,
            (controlSession,
                correlation,
                recordingId,
                startTimestamp,
                stopTimestamp,
                startPosition,
                stopPosition,
                initialTerm,
                segmentBytes,
                termBytes,
                mtu,
                session,
                stream,
                stripped,
                original,
                source) -> recording[0] = recordingId);
    assertTrue(recording[0] >= 0, "the log was recorded");
    return transport.archive().replay(recording[0], 0, Long.MAX_VALUE, "aeron:ipc", 77);
  }

  private static String line(Publisher publisher) {
    return publisher.hash() + " " + publisher.hash().messages() + " " + publisher.hash().bytes();
  }

  private static String run(SettingsBuilder settings, int requests) {
    try (TestAppliance appliance = new TestAppliance(settings.heartbeatIntervalMs(60_000))) {
      TestClient alice = appliance.alice();
      TestClient bob = appliance.bob();
      TestClient carol = appliance.carol();
      new RandomFlow(FLOW_SEED, appliance, alice, bob, carol).run(requests);
      int instruments = TestVenue.VENUE.instruments().size();
      int accounts = TestVenue.VENUE.accounts().size(); // each with its position
      assertEquals(
          appliance.audit().lines(), instruments + 2 * accounts + appliance.appliance.liveOrders());
      for (RejectReason reason : MET) {
        assertTrue(appliance.appliance.refusals().get(reason) > 0, "the flow meets " + reason);
      }
      var hash = appliance.appliance.outputHash();
      assertTrue(hash.messages() > requests, "each request is answered");
      return hash + " " + hash.messages() + " " + hash.bytes();
    }
  }
}
