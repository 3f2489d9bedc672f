package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A session that floods, and one that does not read, leave the others' places in the log as they
 * were: within one poll round. Shown in messages of the log; no time is measured.
 */
class FloodTest {
  /** What the gateway takes of a client before it is the next one's turn. */
  private static final int MESSAGES_A_ROUND = 4;

  private static final int TURNS = 500;
  private static final int FLOOD_A_TURN = 50;

  private final Requests requests = new Requests();
  private long floodId = 1;
  private long flooded;

  @Test
  void aFloodComesBetweenTheMessagesOfOthersOneRoundAtATime() {
    try (TestAppliance appliance = new TestAppliance(settings())) {
      TestClient alice = appliance.alice();
      List<Integer> between = placesOfBob(appliance, alice);
      assertEquals(TURNS, between.size());
      int most = between.stream().max(Integer::compare).orElseThrow();
      assertTrue(most <= MESSAGES_A_ROUND, "between: " + most);
      assertTrue(flooded > 20 * TURNS, "it was a flood: " + flooded);
      assertEquals(0, appliance.appliance.refusals().get(RejectReason.BUSY));
    }
  }

  @Test
  void aSessionAtTenTimesItsThrottleGetsItsThrottleAndNobodyLosesHisPlace() {
    int perSecond = 1_000;
    int burst = 10;
    try (TestAppliance appliance =
        new TestAppliance(settings().messagesPerSecond(perSecond).burst(burst))) {
      TestClient alice = appliance.alice();
      LogTail log = new LogTail(appliance);
      TestClient bob = appliance.bob();
      log.next();
      appliance.forget(alice);
      long taken = 0;
      for (int ms = 0; ms < TURNS; ms++) {
        appliance.clock.advance(1);
        for (int i = 0; i < 10; i++) { // ten times what it may
          flood(alice);
        }
        bob.client.sendLimit(ms + 1, BOB_ACCOUNT, INSTRUMENT, Side.SELL, MIDDLE + TICK, 1, GTC);
        appliance.appliance.step();
        List<LogTail.Entry> entries = log.next();
        assertTrue(alicesBeforeBobs(entries, alice, bob) <= MESSAGES_A_ROUND);
        taken += of(alice, entries);
        hear(alice);
        bob.poll();
      }
      appliance.settle();
      taken += of(alice, log.next());
      assertEquals(TURNS * 10, flooded, "the client was never held up");
      assertEquals(burst + TURNS - 1, taken, "its burst, and then one a millisecond");
      assertEquals(flooded - taken, appliance.appliance.refusals().get(RejectReason.THROTTLED));
    }
  }

  @Test
  void aSessionThatDoesNotReadChangesNoPlaceInTheLog() {
    try (TestAppliance appliance = new TestAppliance(settings().sessionBacklogBytes(4096))) {
      TestClient deaf = appliance.alice();
      appliance.forget(deaf);
      LogTail log = new LogTail(appliance);
      TestClient bob = appliance.bob();
      long expected = appliance.appliance.logSequence();
      log.next();
      for (int i = 0; i < 2_000; i++) {
        bob.client.sendLimit(i + 1, BOB_ACCOUNT, INSTRUMENT, Side.SELL, MIDDLE, 1, GTC);
        appliance.appliance.step();
        List<LogTail.Entry> entries = log.next();
        assertEquals(1, entries.size(), "it is in the log after one turn");
        assertEquals(++expected, entries.get(0).sequence(), "and nothing else is");
        bob.poll();
      }
      deaf.client.heartbeat();
      bob.client.heartbeat();
      appliance.pass(1_000);
      assertEquals(EndReason.TOO_SLOW, appliance.endOf(deaf));
      assertNull(appliance.endOf(bob));
    }
  }

  /** How many messages of the flood came before each of Bob's, once Bob had sent it. */
  private List<Integer> placesOfBob(TestAppliance appliance, TestClient alice) {
    LogTail log = new LogTail(appliance);
    TestClient bob = appliance.bob();
    log.next();
    appliance.forget(alice);
    List<Integer> places = new ArrayList<>();
    for (int turn = 1; turn <= TURNS; turn++) {
      for (int i = 0; i < FLOOD_A_TURN; i++) {
        flood(alice);
      }
      bob.client.sendLimit(turn, BOB_ACCOUNT, INSTRUMENT, Side.SELL, MIDDLE + TICK, 1, GTC);
      appliance.appliance.step();
      places.add(alicesBeforeBobs(log.next(), alice, bob));
      hear(alice);
      bob.poll();
    }
    return places;
  }

  private static final TimeInForce GTC = TimeInForce.GTC;

  private void flood(TestClient alice) {
    requests.limit(floodId, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, MIDDLE - TICK, 1);
    if (alice.client.send(requests) >= LockstepClient.SENT) {
      floodId++;
      flooded++;
    }
  }

  private static void hear(TestClient client) {
    while (client.poll() > 0) {
      // all of it
    }
    client.heard();
  }

  /** Messages of Alice before the one of Bob, which must be there. */
  private static int alicesBeforeBobs(
      List<LogTail.Entry> entries, TestClient alice, TestClient bob) {
    int alices = 0;
    for (LogTail.Entry entry : entries) {
      if (entry.session() == bob.client.session()) {
        return alices;
      }
      alices += entry.session() == alice.client.session() ? 1 : 0;
    }
    throw new AssertionError("Bob's message is not in the log after one turn");
  }

  private static long of(TestClient client, List<LogTail.Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.session() == client.client.session())
        .filter(entry -> entry.templateId() == NewOrderDecoder.TEMPLATE_ID)
        .count();
  }

  private static SettingsBuilder settings() {
    return TestAppliance.settings().heartbeatIntervalMs(1_000).logTermBytes(1024 * 1024);
  }
}
