package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.client.ClientOptions;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The orders of a session that asked for it are cancelled when it ends, however it ends. */
class CancelOnDisconnectTest {
  @TempDir Path directory;

  private TestAppliance appliance;
  private TestClient bob;
  private TestClient alice;

  @BeforeEach
  void start() {
    appliance = new TestAppliance(TestAppliance.settings().archiveDirectory(directory));
    bob = appliance.bob().withTopOfBook();
    alice = appliance.connect(options());
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  private ClientOptions options() {
    return appliance.aliceOptions().cancelOnDisconnect();
  }

  @Test
  void ordersEndWithALogout() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 5);
    bob.heard();
    alice.close();
    assertEquals(List.of("TOP - / -"), bob.heard());
    assertEquals(0, appliance.appliance.liveOrders());
    TestClient again = appliance.resume(alice);
    appliance.settle();
    assertEquals(
        List.of("CANCELLED 1 BUY 10 at 7500 DISCONNECT", "CANCELLED 2 BUY 5 at 7495 DISCONNECT"),
        again.heard());
  }

  @Test
  void ordersEndWithSilence() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    appliance.lose(alice);
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void collectedOrdersEndTooAndTheIndicativePriceWithThem() {
    TestClient carol = appliance.carol().withAuctions();
    carol.phase(Phase.CALL);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 4);
    carol.heard();
    alice.close();
    assertEquals(List.of("WOULD 0 at no price, imbalance 0"), carol.heard());
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void ordersOfTheParticipantsOtherSessionsStay() {
    TestClient other = appliance.alice();
    other.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.close();
    assertEquals(1, appliance.appliance.liveOrders());
    other.cancelByClientOrderId(ALICE_ACCOUNT, 1);
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void aSessionThatDidNotAskKeepsItsOrders() {
    TestClient other = appliance.alice();
    other.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3);
    other.close();
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void aResumedSessionAsksAnew() {
    alice.close();
    TestClient again =
        appliance
            .connect(appliance.aliceOptions().resume(alice.client.session(), 0))
            .withNextClientOrderId(10);
    again.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3);
    again.close();
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void afterARestartClientsHaveAsLongToComeBackAsTheyMayBeSilent() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    TestClient other = appliance.connect(options());
    other.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 20);
    appliance.close();
    appliance = new TestAppliance(TestAppliance.settings().archiveDirectory(directory));
    assertEquals(2, appliance.appliance.liveOrders());
    TestClient again =
        appliance.connect(
            options().resume(other.client.session(), other.client.lastOutputSequence()));
    again.withNextClientOrderId(2);
    for (int i = 0; i < 4; i++) {
      again.client.heartbeat();
      appliance.pass(1_000);
    }
    assertEquals(1, appliance.appliance.liveOrders(), "only of the session that nobody resumed");
    assertEquals(List.of(), again.heard());
    again.cancelByClientOrderId(ALICE_ACCOUNT, 1);
    assertEquals(List.of("CANCELLED 2 BUY 20 at 7500 REQUESTED"), again.heard());
    TestClient first =
        appliance.connect(
            options().resume(alice.client.session(), alice.client.lastOutputSequence()));
    appliance.settle();
    assertEquals(List.of("CANCELLED 1 BUY 10 at 7500 DISCONNECT"), first.heard());
  }

  @Test
  void numbersOfSessionsGoOnAfterARestart() {
    int last = alice.client.session();
    appliance.close();
    appliance = new TestAppliance(TestAppliance.settings().archiveDirectory(directory));
    assertEquals(last + 1, appliance.alice().client.session());
  }
}
