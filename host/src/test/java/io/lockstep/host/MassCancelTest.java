package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mass cancels: each scope takes what it may, and its reports come in the order of order ids. */
class MassCancelTest {
  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;

  @BeforeEach
  void start() {
    appliance = new TestAppliance();
    alice = appliance.alice();
    bob = appliance.bob();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void reportsComeByOrderIdAfterTheBestPricesAndThenTheCount() {
    alice.withTopOfBook();
    alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE + TICK, 4);
    alice.limit(ALICE_ACCOUNT, Side.BUY, 900 * TICK, 1); // behind the window
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 2);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3);
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 5);
    alice.heard();
    alice.massCancel().account(ALICE_ACCOUNT);
    alice.send();
    assertEquals(
        List.of(
            "TOP 5 at 7500 / -",
            "CANCELLED 1 SELL 4 at 7505 MASS_CANCEL",
            "CANCELLED 2 BUY 1 at 4500 MASS_CANCEL",
            "CANCELLED 3 BUY 2 at 7495 MASS_CANCEL",
            "CANCELLED 4 BUY 3 at 7500 MASS_CANCEL",
            "DONE 5 template 13 4"),
        alice.heard());
    assertEquals(1, appliance.appliance.liveOrders());
    assertEquals(List.of("ACCEPTED 1 BUY 5 at 7500"), bob.heard());
  }

  @Test
  void anAccountsOrdersOfAllSessionsAreTakenAndEachSessionHearsOfItsOwn() {
    TestClient second = appliance.alice();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    second.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 2);
    second.limit(ALICE_GROUPED, Side.BUY, MIDDLE, 3);
    alice.heard();
    second.heard();
    alice.massCancel().account(ALICE_ACCOUNT);
    alice.send();
    assertEquals(
        List.of("CANCELLED 1 BUY 1 at 7500 MASS_CANCEL", "DONE 2 template 13 2"), alice.heard());
    assertEquals(List.of("CANCELLED 1 BUY 2 at 7500 MASS_CANCEL"), second.heard());
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void aSessionsOrdersOfAllAccountsAreTaken() {
    TestClient second = appliance.alice();
    second.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 2);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    alice.limit(ALICE_GROUPED, Side.BUY, MIDDLE, 3);
    alice.heard();
    alice.massCancel().session(alice.client.session());
    alice.send();
    assertEquals(
        List.of(
            "CANCELLED 1 BUY 1 at 7500 MASS_CANCEL",
            "CANCELLED 2 BUY 3 at 7500 MASS_CANCEL",
            "DONE 3 template 13 2"),
        alice.heard());
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void withoutAccountAndSessionAllOrdersOfAllOnesOwnAccountsAreTaken() {
    TestClient second = appliance.alice();
    alice.withTopOfBook();
    alice.limit(ALICE_GROUPED, Side.BUY, MIDDLE, 1);
    second.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 2);
    alice.limit(ALICE_ACCOUNT, Side.BUY, 900 * TICK, 3); // behind the window
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE - 2 * TICK, 4);
    alice.heard();
    second.heard();
    bob.heard();
    alice.massCancel();
    alice.send();
    assertEquals(
        List.of(
            "TOP 4 at 7490 / -",
            "CANCELLED 1 BUY 1 at 7500 MASS_CANCEL",
            "CANCELLED 2 BUY 3 at 4500 MASS_CANCEL",
            "DONE 3 template 13 3"),
        alice.heard());
    assertEquals(List.of("CANCELLED 1 BUY 2 at 7495 MASS_CANCEL"), second.heard());
    assertEquals(List.of(), bob.heard());
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void withoutAccountAndSessionOneInstrumentsOrdersAreTaken() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    alice.limit(ALICE_GROUPED, Side.BUY, MIDDLE, 2);
    alice.heard();
    alice.massCancel().instrument(INSTRUMENT);
    alice.send();
    assertEquals(
        List.of(
            "CANCELLED 1 BUY 1 at 7500 MASS_CANCEL",
            "CANCELLED 2 BUY 2 at 7500 MASS_CANCEL",
            "DONE 3 template 13 2"),
        alice.heard());
  }

  @Test
  void whoHasNoAccountsHearsThatNothingWasCancelled() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    TestClient dave = appliance.dave();
    dave.massCancel();
    dave.send();
    assertEquals(List.of("DONE 1 template 13 0"), dave.heard());
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void nothingToCancelIsDoneWithACountOfZero() {
    alice.massCancel().account(ALICE_ACCOUNT).instrument(INSTRUMENT);
    alice.send();
    assertEquals(List.of("DONE 1 template 13 0"), alice.heard());
  }

  @Test
  void anOperatorCancelsEverybodysOrders() {
    TestClient carol = appliance.carol();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 2);
    carol.massCancel();
    carol.send();
    assertEquals(List.of("DONE 1 template 13 2"), carol.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void anOperatorsScopeMustStillBeKnownToTheCard() {
    TestClient carol = appliance.carol();
    carol.massCancel().account(ALICE_ACCOUNT + 5);
    carol.send();
    assertEquals(List.of("DONE 1 template 13 UNKNOWN_ACCOUNT"), carol.heard());
  }

  @Test
  void aScopeThatIsNotOnesOwnIsRefused() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    long before = appliance.stateHash();
    bob.massCancel().account(ALICE_ACCOUNT).session(bob.client.session());
    bob.send();
    bob.massCancel().session(alice.client.session()).account(BOB_ACCOUNT);
    bob.send();
    bob.massCancel().session(bob.client.session()).instrument(INSTRUMENT + 1);
    bob.send();
    bob.massCancel().instrument(INSTRUMENT + 1);
    bob.send();
    bob.massCancel().clientOrderId(4);
    bob.send();
    assertEquals(
        List.of(
            "DONE 1 template 13 ACCOUNT_NOT_YOURS",
            "DONE 2 template 13 SESSION_NOT_YOURS",
            "DONE 3 template 13 INSTRUMENT_NOT_DEFINED",
            "DONE 4 template 13 INSTRUMENT_NOT_DEFINED",
            "DONE 4 template 13 CLIENT_ORDER_ID_NOT_RISING"),
        bob.heard());
    assertEquals(before, appliance.stateHash());
    assertEquals(1, appliance.appliance.refusals().get(RejectReason.SESSION_NOT_YOURS));
  }

  @Test
  void moreReportsThanTheOutputHoldsAtATimeAllCome() {
    appliance.close();
    appliance = new TestAppliance(TestAppliance.settings().sessionBacklogBytes(1 << 20));
    alice = appliance.alice();
    int orders = 3_000;
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      long price = MIDDLE - i * 7 % 300 * TICK;
      long order = alice.limit(ALICE_ACCOUNT, Side.BUY, price, 1);
      expected.add("CANCELLED " + order + " BUY 1 at " + price + " MASS_CANCEL");
    }
    expected.add("DONE 3001 template 13 3000");
    alice.heard();
    alice.massCancel().session(alice.client.session());
    alice.send();
    assertEquals(expected, alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }
}
