package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LogonRefusedException;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A session outlives its connection: who resumes it hears what it missed, once and in order, from
 * the recording of the output, and then what is new.
 */
class ResumeTest {
  private static final int NO_SUCH_SESSION = 77;

  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;

  @BeforeEach
  void start() {
    appliance = new TestAppliance(TestAppliance.settings().sessionBacklogBytes(4096));
    alice = appliance.alice();
    bob = appliance.bob();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void aResumedSessionHearsWhatItMissedAndThenWhatIsNew() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    appliance.lose(alice);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    TestClient again = appliance.resume(alice);
    appliance.settle();
    assertEquals(List.of("MAKER 1 BUY 3 at 7500, open 7"), again.heard());
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 2);
    assertEquals(List.of("MAKER 1 BUY 2 at 7500, open 5"), again.heard());
    assertEquals(alice.client.session(), again.client.session());
  }

  @Test
  void whoHasNothingOfASessionHearsAllOfIt() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    appliance.lose(alice);
    TestClient again =
        appliance.connect(appliance.aliceOptions().resume(alice.client.session(), 0));
    appliance.settle();
    assertEquals(List.of("ACCEPTED 1 BUY 10 at 7500"), again.heard());
  }

  @Test
  void aSessionThatWasLoggedOutMayBeResumedToo() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.close();
    TestClient again = appliance.resume(alice);
    again.cancelByClientOrderId(ALICE_ACCOUNT, 1);
    assertEquals(List.of("CANCELLED 2 BUY 10 at 7500 REQUESTED"), again.heard());
  }

  @Test
  void clientOrderIdsGoOnWhereTheSessionWas() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    appliance.lose(alice);
    TestClient again = appliance.resume(alice).withNextClientOrderId(1);
    again.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    again.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    assertEquals(
        List.of("REJECTED 1 CLIENT_ORDER_ID_NOT_RISING", "ACCEPTED 2 BUY 10 at 7500"),
        again.heard());
  }

  @Test
  void bestPricesOfTheTimeBetweenAreNotToldAgain() {
    appliance.lose(alice);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    TestClient again = appliance.resume(alice).withTopOfBook();
    appliance.settle();
    assertEquals(List.of(), again.heard());
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 4);
    assertEquals(List.of("TOP - / 7 at 7500"), again.heard());
  }

  /**
   * Whatever the moments at which a client goes and comes back: all that it hears together is what
   * a drop copy hears that was there all the time. The orders fill several terms of the recording.
   */
  @Test
  void nothingIsHeardTwiceOrMissedWhateverTheMoment() {
    for (int seed = 1; seed <= 3; seed++) {
      end();
      start();
      Random random = new Random(seed);
      TestClient copy = appliance.connect(appliance.aliceOptions().dropCopy());
      List<String> heard = new ArrayList<>();
      List<String> copied = new ArrayList<>();
      TestClient client = alice;
      int session = client.client.session();
      for (int i = 0; i < 400; i++) {
        client.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - random.nextInt(3) * TICK, 2);
        bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - random.nextInt(3) * TICK, 2);
        if (random.nextInt(20) == 0) {
          appliance.lose(client);
          for (int j = random.nextInt(30); j > 0; j--) {
            bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - random.nextInt(5) * TICK, 1);
          }
          heard.addAll(client.heard());
          client = appliance.resume(client);
        }
        copied.addAll(copy.heard());
      }
      appliance.settle();
      heard.addAll(client.heard());
      copied.addAll(copy.heard());
      assertEquals(session, client.client.session());
      assertTrue(heard.size() > 500, "much was heard: " + heard.size());
      assertTrue(copied.equals(heard), "seed " + seed);
    }
  }

  /** Live reports come in while the client still reads what it missed. */
  @Test
  void whatHappensWhileAClientCatchesUpComesAfterwards() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3_000);
    alice.heard();
    appliance.lose(alice);
    for (int i = 0; i < 1_000; i++) {
      bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 1);
    }
    TestClient again = appliance.resume(alice);
    bob.settles = false;
    for (int i = 0; i < 1_000; i++) {
      bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 1);
      appliance.appliance.step();
      again.poll();
      bob.poll();
    }
    appliance.settle();
    List<String> heard = again.heard();
    assertEquals(2_000, heard.size());
    for (int i = 0; i < heard.size(); i++) {
      assertEquals("MAKER 1 BUY 1 at 7500, open " + (2_999 - i), heard.get(i));
    }
  }

  @Test
  void aClientThatWasTooSlowResumesAndMissesNothing() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3_000);
    appliance.forget(alice); // it reads no more, but lives
    for (int i = 0; i < 1_000; i++) {
      bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 1);
    }
    alice.client.heartbeat();
    bob.client.heartbeat();
    appliance.pass(1_000);
    List<String> heard = new ArrayList<>();
    assertEquals(EndReason.TOO_SLOW, appliance.endOf(alice));
    while (alice.poll() > 0) {
      // what was sent before
    }
    heard.addAll(alice.heard());
    TestClient again = appliance.resume(alice);
    appliance.settle();
    heard.addAll(again.heard());
    assertEquals(1_001, heard.size());
    assertEquals("MAKER 1 BUY 1 at 7500, open 2000", heard.get(1_000));
    assertNull(appliance.endOf(bob));
  }

  @Test
  void aSessionThatNeverWasCannotBeResumed() {
    refused(RejectReason.SESSION_UNKNOWN, appliance.aliceOptions().resume(NO_SUCH_SESSION, 0));
  }

  @Test
  void anothersSessionCannotBeResumed() {
    appliance.lose(bob);
    refused(RejectReason.SESSION_UNKNOWN, appliance.aliceOptions().resume(bob.client.session(), 0));
  }

  @Test
  void aSessionThatIsConnectedCannotBeResumed() {
    refused(
        RejectReason.SESSION_IN_USE, appliance.aliceOptions().resume(alice.client.session(), 0));
  }

  @Test
  void reportsThatNeverWereCannotBeTheLastOnes() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    appliance.lose(alice);
    long last = alice.client.lastOutputSequence();
    int session = alice.client.session();
    refused(RejectReason.REPORTS_NOT_KEPT, appliance.aliceOptions().resume(session, last + 1));
    refused(RejectReason.REPORTS_NOT_KEPT, appliance.aliceOptions().resume(session, -2));
    assertTrue(appliance.resume(alice).client.isConnected());
  }

  private void refused(RejectReason reason, ClientOptions options) {
    long log = appliance.appliance.logSequence();
    long before = appliance.appliance.refusals().get(reason);
    LogonRefusedException refused =
        assertThrows(LogonRefusedException.class, () -> appliance.connect(options));
    assertEquals(reason, refused.reason());
    assertEquals(before + 1, appliance.appliance.refusals().get(reason));
    assertEquals(log, appliance.appliance.logSequence());
  }
}
