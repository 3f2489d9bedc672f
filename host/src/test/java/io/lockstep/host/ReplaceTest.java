package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replaces as their clients see them, from the client and back. */
class ReplaceTest {
  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;
  private long order;

  @BeforeEach
  void start() {
    appliance = new TestAppliance();
    alice = appliance.alice();
    bob = appliance.bob();
    order = alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.heard();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void aLowerTotalKeepsThePlace() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.heard();
    replace(MIDDLE, 4);
    assertEquals(List.of("REPLACED 3 BUY 4 at 7500, open 4, KEPT"), alice.heard());
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 5);
    assertEquals(
        List.of("MAKER 1 BUY 4 at 7500, open 0", "MAKER 2 BUY 1 at 7500, open 9"), alice.heard());
  }

  @Test
  void aHigherTotalLosesThePlace() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.heard();
    replace(MIDDLE, 11);
    assertEquals(List.of("REPLACED 3 BUY 11 at 7500, open 11, LOST"), alice.heard());
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 1);
    assertEquals(List.of("MAKER 2 BUY 1 at 7500, open 9"), alice.heard());
  }

  @Test
  void theFilledPartCountsInTheTotal() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 6);
    alice.heard();
    replace(MIDDLE - TICK, 9);
    assertEquals(List.of("REPLACED 2 BUY 9 at 7495, open 3, LOST"), alice.heard());
    replace(MIDDLE, 6);
    assertEquals(List.of("CANCELLED 3 BUY 3 at 7495 REQUESTED"), alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void aNewPriceMayTradeAsTheTaker() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 4);
    bob.heard();
    replace(MIDDLE + TICK, 10);
    assertEquals(
        List.of("REPLACED 2 BUY 10 at 7505, open 10, LOST", "TAKER 1 BUY 4 at 7505, open 6"),
        alice.heard());
    assertEquals(List.of("MAKER 1 SELL 4 at 7505, open 0"), bob.heard());
    alice.cancelByClientOrderId(ALICE_ACCOUNT, order);
    assertEquals(List.of("CANCELLED 3 BUY 6 at 7505 REQUESTED"), alice.heard());
  }

  @Test
  void whatIsBeyondTheBandAfterTheTradesEnds() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 4);
    replace(1_901 * TICK, 10);
    assertEquals(
        List.of(
            "REPLACED 2 BUY 10 at 9505, open 10, LOST",
            "TAKER 1 BUY 4 at 7505, open 6",
            "CANCELLED 1 BUY 6 at 9505 BAND"),
        alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void aPostOnlyReplaceThatWouldTradeLeavesTheOrderInItsPlace() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 4);
    long before = appliance.stateHash();
    alice.replace(ALICE_ACCOUNT, order, MIDDLE + TICK, 10).flags().postOnly(true);
    alice.send();
    assertEquals(List.of("REPLACE_REJECTED 2 WOULD_CROSS"), alice.heard());
    assertEquals(before, appliance.stateHash());
  }

  @Test
  void aReplaceMayMeetItsOwnerInTheModeThatItNames() {
    alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE + TICK, 4);
    alice.heard();
    alice
        .replace(ALICE_ACCOUNT, order, MIDDLE + TICK, 10)
        .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH);
    alice.send();
    assertEquals(
        List.of(
            "REPLACED 3 BUY 10 at 7505, open 10, LOST", "CANCELLED 1 BUY 10 at 7505 SELF_TRADE"),
        alice.heard());
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void anOrderGoesBehindTheWindowAndComesBack() {
    alice.withTopOfBook();
    replace(999 * TICK, 10);
    assertEquals(List.of("REPLACED 2 BUY 10 at 4995, open 10, LOST", "TOP - / -"), alice.heard());
    replace(999 * TICK, 8);
    assertEquals(List.of("REPLACED 3 BUY 8 at 4995, open 8, KEPT"), alice.heard());
    replace(MIDDLE, 8);
    assertEquals(
        List.of("REPLACED 4 BUY 8 at 7500, open 8, LOST", "TOP 8 at 7500 / -"), alice.heard());
  }

  @Test
  void anotherSessionOfTheParticipantMayReplaceAndBothHearOfIt() {
    TestClient second = appliance.alice();
    replaceByVenueId(second, ALICE_ACCOUNT, alice.lastOrderId());
    assertEquals(List.of("REPLACED 1 BUY 3 at 7495, open 3, LOST"), second.heard());
    assertEquals(List.of("REPLACED 1 BUY 3 at 7495, open 3, LOST"), alice.heard());
  }

  @Test
  void anotherAccountsOrderIsUnknown() {
    replaceByVenueId(alice, ALICE_GROUPED, alice.lastOrderId());
    replaceByVenueId(bob, BOB_ACCOUNT, alice.lastOrderId());
    assertEquals(List.of("REPLACE_REJECTED 2 UNKNOWN_ORDER"), alice.heard());
    assertEquals(List.of("REPLACE_REJECTED 1 UNKNOWN_ORDER"), bob.heard());
  }

  @Test
  void anOrderThatIsGoneIsUnknown() {
    alice.cancelByClientOrderId(ALICE_ACCOUNT, order);
    alice.heard();
    replace(MIDDLE, 10);
    replaceByVenueId(alice, ALICE_ACCOUNT, alice.lastOrderId());
    assertEquals(
        List.of("REPLACE_REJECTED 3 UNKNOWN_ORDER", "REPLACE_REJECTED 4 UNKNOWN_ORDER"),
        alice.heard());
  }

  private void replace(long price, long total) {
    alice.replace(ALICE_ACCOUNT, order, price, total);
    alice.send();
  }

  private void replaceByVenueId(TestClient who, int account, long orderId) {
    Requests requests = new Requests();
    requests.replace(who.nextClientOrderId(), account, INSTRUMENT, orderId, MIDDLE - TICK, 3);
    who.send(requests);
  }
}
