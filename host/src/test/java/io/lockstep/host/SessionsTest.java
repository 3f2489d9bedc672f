package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions begin, live by heartbeats on the gateway's clock, and end; the log holds both ends. */
class SessionsTest {
  private static final long HEARTBEAT_MS = 1_000;

  private TestAppliance appliance;

  @BeforeEach
  void start() {
    appliance =
        new TestAppliance(
            TestAppliance.settings().heartbeatIntervalMs(HEARTBEAT_MS).sessionBacklogBytes(4096));
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void noTwoSessionsHaveTheSameNumber() {
    TestClient first = appliance.alice();
    int number = first.client.session();
    first.close();
    assertNotEquals(number, appliance.alice().client.session());
    assertNotEquals(number, appliance.bob().client.session());
  }

  @Test
  void theLogHoldsTheBeginningAndTheEndOfASession() {
    long before = appliance.appliance.logSequence();
    TestClient alice = appliance.alice();
    assertEquals(before + 1, appliance.appliance.logSequence());
    alice.close();
    assertEquals(before + 2, appliance.appliance.logSequence());
  }

  @Test
  void aSilentSessionIsClosedAfterThreeIntervals() {
    TestClient alice = appliance.alice();
    appliance.pass(3 * HEARTBEAT_MS - 1);
    assertTrue(alice.client.isConnected());
    appliance.pass(HEARTBEAT_MS);
    assertFalse(isConnectedSoon(alice));
  }

  @Test
  void aHeartbeatKeepsASession() {
    TestClient alice = appliance.alice();
    for (int i = 0; i < 10; i++) {
      alice.client.heartbeat();
      appliance.pass(HEARTBEAT_MS);
    }
    assertTrue(isConnectedSoon(alice));
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("ACCEPTED 1 BUY 1 at 7500"), alice.heard());
  }

  @Test
  void aPauseOfTheApplianceClosesNobodyWhoSpokeMeanwhile() {
    List<TestClient> clients = new ArrayList<>();
    for (int i = 0; i < 40; i++) { // more than the gateway hears in one turn
      clients.add(appliance.alice());
    }
    clients.forEach(client -> client.client.heartbeat());
    appliance.pass(10 * HEARTBEAT_MS);
    appliance.pass(HEARTBEAT_MS);
    clients.forEach(client -> assertTrue(isConnectedSoon(client)));
  }

  @Test
  void theGatewaySaysThatItLivesWhenThereIsNothingElseToSay() {
    TestClient alice = appliance.alice();
    int heard = 0;
    for (int i = 0; i < 2; i++) {
      alice.client.heartbeat();
      appliance.clock.advance(HEARTBEAT_MS);
      appliance.appliance.settle();
      heard += alice.poll();
    }
    assertEquals(1, heard, "one heartbeat, an interval after the logon's answer");
  }

  @Test
  void aClientThatDoesNotReadIsDroppedAndNobodyWaitsForIt() {
    TestClient slow = appliance.alice();
    TestClient bob = appliance.bob();
    appliance.forget(slow); // it polls no more
    for (int i = 0; i < 1_000; i++) {
      bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 1);
      bob.cancel(BOB_ACCOUNT, bob.lastOrderId());
    }
    assertEquals(2_000, bob.heard().size());
    appliance.pass(HEARTBEAT_MS);
    while (slow.poll() > 0) {
      // what was sent before it was dropped
    }
    assertFalse(isConnectedSoon(slow));
    assertTrue(bob.client.isConnected());
    slow.client.close();
  }

  @Test
  void aResumedClientThatDoesNotReadWhatItMissedIsDroppedToo() {
    TestClient alice = appliance.alice();
    TestClient bob = appliance.bob();
    for (int i = 0; i < 1_000; i++) { // more than its publication takes
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    }
    alice.close();
    TestClient deaf = appliance.connect(appliance.aliceOptions().resume(alice.client.session(), 0));
    appliance.forget(deaf);
    int intervals = 0;
    while (appliance.endOf(deaf) == null && intervals < 10) {
      deaf.client.heartbeat();
      bob.client.heartbeat();
      appliance.pass(HEARTBEAT_MS);
      intervals++;
    }
    assertTrue(intervals >= 3, "it has as long as it may be silent: " + intervals);
    assertEquals(EndReason.TOO_SLOW, appliance.endOf(deaf));
    assertNull(appliance.endOf(bob));
    deaf.client.close();
  }

  @Test
  void aClientThatIsSlowForAMomentLosesNothing() {
    TestClient slow = appliance.alice();
    TestClient bob = appliance.bob();
    slow.withTopOfBook();
    appliance.forget(slow);
    int orders = 330; // more than its publication takes, less than that and its backlog
    for (int i = 0; i < orders; i++) {
      bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 1);
    }
    while (slow.poll() > 0) {
      appliance.settle();
    }
    assertEquals(orders, slow.heard().size());
    assertTrue(slow.client.isConnected());
    slow.client.close();
  }

  /** The media driver takes some turns to tell the client that its stream has ended. */
  private boolean isConnectedSoon(TestClient client) {
    for (int i = 0; i < 2_000 && client.client.isConnected(); i++) {
      appliance.settle();
    }
    return client.client.isConnected();
  }
}
