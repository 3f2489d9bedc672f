package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_GROUPED;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.Subscription;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.publisher.OutputStream;
import io.lockstep.host.publisher.Publisher;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs in the same order give the same output, whatever runs when. */
class DeterminismTest {
  private static final int REQUESTS = 2_000;
  private static final int BURST = 8;
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
          new Engine(log, card, commandsInFlight, output, new RefusalCounters(transport.aeron()));
      Publisher publisher =
          new Publisher(transport.reader(reports), () -> Long.MAX_VALUE, new SessionTable(1));
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
      Random random = new Random(FLOW_SEED);
      alice.settles = false;
      bob.settles = false;
      for (int i = 0; i < requests; i++) {
        if (i % BURST == 0) {
          appliance.settle(); // within a burst, only one client sends: its order is the log's order
          for (int k = 0; k < 3 && i / BURST % 25 == 24; k++) {
            operate(random, carol); // seldom, since what follows drains the engine
          }
        }
        send(random, i / BURST % 2 == 0 ? alice : bob, alice);
      }
      appliance.settle();
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

  /** An operator's request; what follows from it is more than fits in flight now and then. */
  private static void operate(Random random, TestClient carol) {
    switch (random.nextInt(7)) {
      case 0 ->
          carol.band((1_499 - random.nextInt(10)) * TICK, (1_501 + random.nextInt(10)) * TICK);
      case 1 -> carol.window((1_480 + random.nextInt(20)) * TICK); // refused if the band is lower
      case 2 -> carol.phase(Phase.HALTED);
      case 3, 4 -> carol.phase(Phase.CALL);
      default -> carol.phase(Phase.CONTINUOUS);
    }
  }

  private static void send(Random random, TestClient who, TestClient alice) {
    boolean grouped = random.nextInt(4) == 0;
    int alices = grouped ? ALICE_GROUPED : ALICE_ACCOUNT;
    int account = who == alice ? alices : grouped ? BOB_GROUPED : BOB_ACCOUNT;
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long quantity = random.nextInt(20); // 0 is refused
    long price = MIDDLE + (random.nextInt(21) - 10) * TICK;
    switch (random.nextInt(20)) {
      case 0, 1 -> who.cancel(account, Math.max(0, who.lastOrderId() - random.nextInt(5)));
      case 2 -> who.cancelByClientOrderId(account, who.lastClientOrderId() - random.nextInt(4));
      case 3 ->
          who.order(
              account,
              side,
              OrderType.MARKET,
              NewOrderEncoder.priceNullValue(),
              quantity,
              TimeInForce.IOC);
      case 4 -> who.order(account, side, OrderType.LIMIT, price, quantity, TimeInForce.FOK);
      case 5, 6 -> {
        who.newOrder(account, side, price, quantity).flags().postOnly(true);
        who.send();
      }
      case 7 -> {
        who.newOrder(account, side, price, quantity)
            .timeInForce(TimeInForce.IOC)
            .flags()
            .reduceOnly(true);
        who.send();
      }
      case 8, 9, 10 -> {
        long order = who.lastClientOrderId() - random.nextInt(8);
        who.replace(account, order, price, quantity).selfTradePrevention(mode(random));
        who.send();
      }
      case 11 -> who.limit(account, Side.BUY, price - 520 * TICK, quantity); // behind the window
      case 12 -> {
        if (random.nextInt(10) == 0) {
          who.massCancel().account(account);
          who.send();
        } else {
          who.limit(account, Side.SELL, price - 520 * TICK, quantity); // ahead of it
        }
      }
      default -> {
        who.newOrder(account, side, price, quantity).selfTradePrevention(mode(random));
        who.send();
      }
    }
  }

  private static SelfTradePrevention mode(Random random) {
    return SelfTradePrevention.get((short) random.nextInt(3));
  }
}
