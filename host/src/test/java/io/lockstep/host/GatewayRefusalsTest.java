package io.lockstep.host;

import static io.lockstep.host.Messages.lengthened;
import static io.lockstep.host.Messages.newOrder;
import static io.lockstep.host.Messages.shortened;
import static io.lockstep.host.Messages.with;
import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aeron.ExclusivePublication;
import io.lockstep.host.client.LogonRefusedException;
import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.LogonEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetPhaseEncoder;
import io.lockstep.schema.client.Side;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What does not reach the log: each case has a reason and a counter of its own, an answer where the
 * client can be told, and changes neither log nor card.
 */
class GatewayRefusalsTest {
  private static final int TEMPLATE_OFFSET = MessageHeaderEncoder.templateIdEncodingOffset();
  private static final int SCHEMA_OFFSET = MessageHeaderEncoder.schemaIdEncodingOffset();
  private static final int VERSION_OFFSET = MessageHeaderEncoder.versionEncodingOffset();

  private TestAppliance appliance;
  private TestClient alice;
  private long logSequence;
  private long stateHash;

  @BeforeEach
  void start() {
    appliance = new TestAppliance();
    alice = appliance.alice();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.heard();
    stateHash = appliance.stateHash();
    logSequence = appliance.appliance.logSequence();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void aMessageShorterThanItsHeader() {
    alice.send(new byte[Messages.HEADER_BYTES - 1]);
    refused(RejectReason.TRUNCATED, "REFUSED - TRUNCATED template 0");
  }

  @Test
  void aMessageShorterThanItsTemplate() {
    alice.send(shortened(newOrder(2), 1));
    refused(RejectReason.TRUNCATED, "REFUSED 2 TRUNCATED template 10");
  }

  @Test
  void aBlockShorterThanItsTemplate() {
    alice.send(with(newOrder(2), 0, newOrder(2).length - Messages.HEADER_BYTES - 1));
    refused(RejectReason.TRUNCATED, "REFUSED 2 TRUNCATED template 10");
  }

  @Test
  void aMessageLongerThanItsTemplate() {
    alice.send(lengthened(newOrder(2), 1));
    refused(RejectReason.OVERSIZED, "REFUSED 2 OVERSIZED template 10");
  }

  @Test
  void aMessageLongerThanAFrame() {
    alice.send(lengthened(newOrder(2), 5_000));
    refused(RejectReason.OVERSIZED, "REFUSED 2 OVERSIZED template 10");
  }

  @Test
  void anotherSchema() {
    alice.send(with(newOrder(2), SCHEMA_OFFSET, 101));
    refused(RejectReason.WRONG_SCHEMA, "REFUSED - WRONG_SCHEMA template 0");
  }

  @Test
  void anotherVersionOfTheSchema() {
    alice.send(with(newOrder(2), VERSION_OFFSET, 0));
    refused(RejectReason.WRONG_SCHEMA_VERSION, "REFUSED - WRONG_SCHEMA_VERSION template 10");
  }

  @Test
  void aTemplateThatClientsDoNotSend() {
    alice.send(with(newOrder(2), TEMPLATE_OFFSET, 103));
    refused(RejectReason.UNKNOWN_TEMPLATE, "REFUSED - UNKNOWN_TEMPLATE template 103");
  }

  @Test
  void anOperatorsRequestOfSomebodyElse() {
    Requests requests = new Requests();
    requests.setPhase(7, TestVenue.INSTRUMENT, Phase.HALTED);
    alice.send(requests);
    refused(
        RejectReason.OPERATORS_ONLY,
        "REFUSED 7 OPERATORS_ONLY template " + SetPhaseEncoder.TEMPLATE_ID);
  }

  @Test
  void aCardsNameThatIsCutOrHasSomethingBehindIt() {
    byte[] request = Messages.changeCard(7, "model");
    alice.send(shortened(request, 1));
    refused(RejectReason.TRUNCATED, "REFUSED 7 TRUNCATED template 31");
    alice.send(shortened(request, 6)); // in the length of the name
    alice.send(lengthened(request, 1));
    assertEquals(
        List.of("REFUSED 7 TRUNCATED template 31", "REFUSED 7 OVERSIZED template 31"),
        alice.heard());
  }

  @Test
  void aSecondLogon() {
    alice.send(Messages.logon(ALICE, "alice-key", "aeron:ipc", 555));
    refused(RejectReason.ALREADY_LOGGED_ON, "REFUSED - ALREADY_LOGGED_ON template 1");
  }

  @Test
  void aRequestBeforeTheLogon() {
    sendWithoutLogon(newOrder(1));
    refused(RejectReason.NOT_LOGGED_ON);
  }

  @Test
  void aRequestAfterTheLogout() {
    alice.close();
    long afterLogout = appliance.appliance.logSequence();
    sendWithoutLogon(newOrder(2));
    logSequence = afterLogout;
    refused(RejectReason.NOT_LOGGED_ON);
  }

  @Test
  void aLogonWhoseTextsReachBeyondItsEnd() {
    byte[] logon = Messages.logon(ALICE, "alice-key", "aeron:ipc", 555);
    int channelLength = Messages.HEADER_BYTES + LogonEncoder.BLOCK_LENGTH;
    sendWithoutLogon(with(logon, channelLength + 1, 0x7F));
    refused(RejectReason.TRUNCATED);
  }

  @Test
  void aLogonWithoutItsKey() {
    byte[] logon = Messages.logon(ALICE, "", "aeron:ipc", 555);
    sendWithoutLogon(shortened(logon, 2));
    refused(RejectReason.TRUNCATED);
  }

  @Test
  void anUnknownParticipant() {
    logonRefused(RejectReason.UNKNOWN_PARTICIPANT, 9, "alice-key");
  }

  @Test
  void anotherParticipantsKey() {
    logonRefused(RejectReason.WRONG_KEY, ALICE, "bob-key");
  }

  @Test
  void aKeyThatOnlyBeginsRight() {
    logonRefused(RejectReason.WRONG_KEY, ALICE, "alice-ke");
  }

  @Test
  void oneSessionMoreThanThereAre() {
    appliance.close();
    appliance = new TestAppliance(TestAppliance.settings().maxSessions(2));
    appliance.alice();
    appliance.bob();
    logSequence = appliance.appliance.logSequence();
    stateHash = appliance.stateHash();
    logonRefused(RejectReason.TOO_MANY_SESSIONS, ALICE, "alice-key");
  }

  @Test
  void logonsThatAreRefusedAndNotHeardKeepNobodyOut() {
    appliance.close();
    appliance = new TestAppliance(TestAppliance.settings().maxSessions(2));
    for (int stream = 600; stream < 610; stream++) {
      sendWithoutLogon(Messages.logon(ALICE, "wrong-key", "aeron:ipc", stream));
    }
    assertEquals(10, appliance.appliance.refusals().get(RejectReason.WRONG_KEY));
    appliance.alice().limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void aResponseChannelThatIsNone() {
    sendWithoutLogon(Messages.logon(ALICE, "alice-key", "http://example.org", 555));
    refused(RejectReason.BAD_RESPONSE_CHANNEL);
  }

  @Test
  void aResponseChannelWithoutAnEndpoint() {
    sendWithoutLogon(Messages.logon(ALICE, "alice-key", "aeron:udp?control=localhost:1", 555));
    refused(RejectReason.BAD_RESPONSE_CHANNEL);
  }

  @Test
  void aResponseChannelToAHostThatIsNotOnTheListOpensNothing() {
    sendWithoutLogon(Messages.logon(ALICE, "alice-key", "aeron:udp?endpoint=10.1.2.3:40123", 555));
    sendWithoutLogon(Messages.logon(ALICE, "wrong", "aeron:udp?endpoint=10.1.2.3:40123", 555));
    CountersReader counters = appliance.appliance.aeron().countersReader();
    counters.forEach(
        (id, label) -> assertFalse(label.contains("10.1.2.3"), "opened for a stranger: " + label));
    assertEquals(1, appliance.appliance.refusals().get(RejectReason.BAD_RESPONSE_CHANNEL));
    assertEquals(1, appliance.appliance.refusals().get(RejectReason.WRONG_KEY));
    assertEquals(logSequence, appliance.appliance.logSequence());
  }

  @Test
  void aResponseChannelThatNobodyListensOn() {
    sendWithoutLogon(Messages.logon(ALICE, "alice-key", "aeron:ipc", 555));
    for (int i = 0; i < 6; i++) { // alice stays meanwhile
      appliance.pass(1_000);
      alice.client.heartbeat();
    }
    refused(RejectReason.BAD_RESPONSE_CHANNEL);
  }

  @Test
  void aResponseStreamOfAnotherSession() {
    int taken = 555;
    appliance.appliance.aeron().addSubscription("aeron:ipc", taken);
    sendWithoutLogon(Messages.logon(ALICE, "alice-key", "aeron:ipc", taken));
    assertEquals(logSequence + 1, appliance.appliance.logSequence());
    logSequence++;
    sendWithoutLogon(Messages.logon(TestVenue.BOB, "bob-key", "aeron:ipc", taken));
    refused(RejectReason.BAD_RESPONSE_CHANNEL);
  }

  private void sendWithoutLogon(byte[] message) {
    ExclusivePublication publication =
        appliance.appliance.aeron().addExclusivePublication("aeron:ipc?term-length=64k", 1001);
    while (publication.offer(new UnsafeBuffer(message)) < 0) {
      appliance.appliance.step();
    }
    for (int i = 0; i < 1_000; i++) { // a logon takes the driver some turns
      appliance.settle();
    }
  }

  private void logonRefused(RejectReason reason, int participant, String key) {
    LogonRefusedException refused =
        assertThrows(LogonRefusedException.class, () -> appliance.connect(participant, key));
    assertEquals(reason, refused.reason());
    refused(reason);
  }

  private void refused(RejectReason reason, String... answers) {
    assertEquals(List.of(answers), alice.heard());
    assertEquals(1, appliance.appliance.refusals().get(reason));
    assertEquals(1, appliance.appliance.refusals().total());
    assertEquals(logSequence, appliance.appliance.logSequence());
    assertEquals(stateHash, appliance.stateHash());
  }
}
