package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.CAROL;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.schema.client.StopScope.ALL;
import static io.lockstep.schema.client.StopScope.PARTICIPANT;
import static io.lockstep.schema.client.StopScope.SESSION;
import static io.lockstep.schema.client.SwitchPosition.STOPPED;
import static io.lockstep.schema.client.SwitchPosition.TRADING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetKillSwitchEncoder;
import io.lockstep.schema.client.Side;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An operator stops a session, a participant or all: their orders end, and they enter none until
 * the same switch is set back.
 */
class KillSwitchTest {
  private TestAppliance appliance;
  private TestClient alice;
  private TestClient other;
  private TestClient bob;
  private TestClient carol;

  @BeforeEach
  void start() {
    appliance = new TestAppliance();
    alice = appliance.alice();
    other = appliance.alice();
    bob = appliance.bob();
    carol = appliance.carol();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    alice.limit(ALICE_GROUPED, Side.BUY, MIDDLE, 2);
    other.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3);
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 4);
    List.of(alice, other, bob).forEach(TestClient::heard);
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void aStoppedSessionLosesItsOrdersAndOnlyThose() {
    carol.killSwitch(SESSION, alice.client.session(), STOPPED);
    assertEquals(
        List.of("CANCELLED 1 BUY 1 at 7500 KILL_SWITCH", "CANCELLED 2 BUY 2 at 7500 KILL_SWITCH"),
        alice.heard());
    assertEquals(List.of(), other.heard());
    assertEquals(List.of("DONE 1 template 23 2"), carol.heard());
    assertEquals(2, appliance.appliance.liveOrders());
  }

  @Test
  void aStoppedParticipantLosesTheOrdersOfAllSessionsAndAccounts() {
    carol.killSwitch(PARTICIPANT, ALICE, STOPPED);
    assertEquals(
        List.of("CANCELLED 1 BUY 1 at 7500 KILL_SWITCH", "CANCELLED 2 BUY 2 at 7500 KILL_SWITCH"),
        alice.heard());
    assertEquals(List.of("CANCELLED 1 BUY 3 at 7500 KILL_SWITCH"), other.heard());
    assertEquals(List.of(), bob.heard());
    assertEquals(List.of("DONE 1 template 23 3"), carol.heard());
  }

  @Test
  void aStoppedVenueHasNoOrders() {
    carol.killSwitch(ALL, 0, STOPPED);
    assertEquals(List.of("CANCELLED 1 BUY 4 at 7500 KILL_SWITCH"), bob.heard());
    assertEquals(List.of("DONE 1 template 23 4"), carol.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void whoIsStoppedEntersNoOrderAndReplacesNone() {
    carol.killSwitch(SESSION, alice.client.session(), STOPPED);
    carol.killSwitch(PARTICIPANT, TestVenue.BOB, STOPPED);
    alice.heard();
    bob.heard();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    alice.replace(ALICE_ACCOUNT, 1, MIDDLE, 5);
    alice.send();
    assertEquals(
        List.of("REJECTED 3 SESSION_STOPPED", "REPLACE_REJECTED 4 SESSION_STOPPED"), alice.heard());
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("REJECTED 2 PARTICIPANT_STOPPED"), bob.heard());
    other.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("ACCEPTED 2 BUY 1 at 7500"), other.heard());
  }

  @Test
  void aStoppedSessionMayCancelWhatAnotherEntered() {
    carol.killSwitch(SESSION, alice.client.session(), STOPPED);
    alice.heard();
    alice.massCancel().account(ALICE_ACCOUNT);
    alice.send();
    assertEquals(List.of("DONE 3 template 13 1"), alice.heard());
  }

  @Test
  void theVenueStopsOperatorsOrdersTooButNotTheirRequests() {
    carol.killSwitch(ALL, 0, STOPPED);
    bob.heard();
    carol.heard();
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("REJECTED 2 VENUE_STOPPED"), bob.heard());
    carol.killSwitch(ALL, 0, TRADING);
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("DONE 2 template 23 0"), carol.heard());
    assertEquals(List.of("ACCEPTED 3 BUY 1 at 7500"), bob.heard());
  }

  @Test
  void onlyTheSameSwitchLetsTradeAgain() {
    carol.killSwitch(SESSION, alice.client.session(), STOPPED);
    carol.killSwitch(PARTICIPANT, ALICE, STOPPED);
    carol.killSwitch(ALL, 0, STOPPED);
    alice.heard();
    carol.killSwitch(ALL, 0, TRADING);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    carol.killSwitch(SESSION, alice.client.session(), TRADING);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    carol.killSwitch(PARTICIPANT, ALICE, TRADING);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(
        List.of(
            "REJECTED 3 SESSION_STOPPED",
            "REJECTED 4 PARTICIPANT_STOPPED",
            "ACCEPTED 5 BUY 1 at 7500"),
        alice.heard());
  }

  @Test
  void aSessionStaysStoppedWhenItIsResumed() {
    carol.killSwitch(SESSION, alice.client.session(), STOPPED);
    alice.close();
    TestClient again = appliance.resume(alice);
    again.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("REJECTED 3 SESSION_STOPPED"), again.heard());
  }

  @Test
  void aSwitchWithoutASubjectIsRefused() {
    carol.killSwitch(SESSION, 999, STOPPED);
    carol.killSwitch(PARTICIPANT, 999, STOPPED);
    carol.killSwitch(ALL, 1, STOPPED);
    carol.killSwitch(PARTICIPANT, CAROL, STOPPED); // has a session, if no account
    assertEquals(
        List.of(
            "DONE 1 template 23 NOTHING_TO_STOP",
            "DONE 2 template 23 NOTHING_TO_STOP",
            "DONE 3 template 23 NOTHING_TO_STOP",
            "DONE 4 template 23 0"),
        carol.heard());
    assertEquals(4, appliance.appliance.liveOrders());
  }

  @Test
  void aScopeOrPositionThatThereIsNotIsRefused() {
    for (int offset :
        List.of(
            SetKillSwitchEncoder.scopeEncodingOffset(),
            SetKillSwitchEncoder.positionEncodingOffset())) {
      Requests requests = new Requests();
      SetKillSwitchEncoder encoder =
          requests.killSwitch(carol.nextClientOrderId(), ALL, 0, STOPPED);
      encoder.buffer().putByte(encoder.offset() + offset, (byte) 9);
      carol.send(requests);
    }
    assertEquals(
        List.of("DONE 1 template 23 UNSUPPORTED_CODE", "DONE 2 template 23 UNSUPPORTED_CODE"),
        carol.heard());
    assertEquals(4, appliance.appliance.liveOrders());
  }

  @Test
  void onlyOperatorsHaveKillSwitches() {
    bob.killSwitch(PARTICIPANT, ALICE, STOPPED);
    assertEquals(List.of("REFUSED 2 OPERATORS_ONLY template 23"), bob.heard());
    assertEquals(1, appliance.appliance.refusals().get(RejectReason.OPERATORS_ONLY));
    assertEquals(4, appliance.appliance.liveOrders());
  }
}
