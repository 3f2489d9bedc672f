package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders on their whole way: client, gateway, log, engine, card model, publisher, client. */
class OrdersTest {
  private static final long NO_PRICE = NewOrderEncoder.priceNullValue();

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
  void bothSidesOfATradeHearOfItWithTheirOwnIds() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 1);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - TICK, 4);

    assertEquals(
        List.of("ACCEPTED 1 BUY 10 at 7500", "MAKER 1 BUY 4 at 7500, open 6"), alice.heard());
    assertEquals(
        List.of(
            "ACCEPTED 1 SELL 1 at 7505",
            "ACCEPTED 2 SELL 4 at 7495",
            "TAKER 2 SELL 4 at 7500, open 0"),
        bob.heard());
  }

  @Test
  void everySessionHearsTheTopOfBookWhenItChanges() {
    alice.withTopOfBook();
    bob.withTopOfBook();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 10);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 3);

    assertEquals(
        List.of("TOP 10 at 7500 / -", "ACCEPTED 1 SELL 3 at 7505", "TOP 10 at 7500 / 3 at 7505"),
        bob.heard());
  }

  @Test
  void anIocOrderCancelsItsRest() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    bob.order(BOB_ACCOUNT, Side.SELL, OrderType.LIMIT, MIDDLE, 15, TimeInForce.IOC);

    assertEquals(
        List.of(
            "ACCEPTED 1 SELL 15 at 7500",
            "TAKER 1 SELL 10 at 7500, open 5",
            "CANCELLED 1 SELL 5 at 7500 IMMEDIATE_OR_CANCEL"),
        bob.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void aMarketOrderTradesNoFurtherThanTheCollar() {
    long collarEnd = MIDDLE + 50 * TICK;
    bob.limit(BOB_ACCOUNT, Side.SELL, collarEnd, 3);
    bob.limit(BOB_ACCOUNT, Side.SELL, collarEnd + TICK, 3);
    alice.order(ALICE_ACCOUNT, Side.BUY, OrderType.MARKET, NO_PRICE, 5, TimeInForce.IOC);

    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5",
            "TAKER 1 BUY 3 at 7750, open 2",
            "CANCELLED 1 BUY 2 IMMEDIATE_OR_CANCEL"),
        alice.heard());
  }

  @Test
  void anOrderBeyondTheBandDoesNotRest() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, 1_901 * TICK, 5);
    assertEquals(
        List.of("ACCEPTED 1 BUY 5 at 9505", "CANCELLED 1 BUY 5 at 9505 BAND"), alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void anOrderIsCancelledByTheVenuesId() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 4);
    alice.heard();
    alice.cancel(ALICE_ACCOUNT, alice.lastOrderId());
    assertEquals(List.of("CANCELLED 2 BUY 6 at 7500 REQUESTED"), alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void anOrderIsCancelledByTheClientsId() {
    long order = alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE, 10);
    alice.heard();
    alice.cancelByClientOrderId(ALICE_ACCOUNT, order);
    assertEquals(List.of("CANCELLED 2 SELL 10 at 7500 REQUESTED"), alice.heard());
  }

  @Test
  void aCancelOfAnOrderThatIsGoneIsRefusedWithOneReason() {
    long order = alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE, 10);
    alice.cancel(ALICE_ACCOUNT, alice.lastOrderId());
    alice.heard();
    alice.cancel(ALICE_ACCOUNT, alice.lastOrderId());
    alice.cancelByClientOrderId(ALICE_ACCOUNT, order);
    alice.cancel(ALICE_ACCOUNT, 999_999);
    assertEquals(
        List.of(
            "CANCEL_REJECTED 3 UNKNOWN_ORDER",
            "CANCEL_REJECTED 4 UNKNOWN_ORDER",
            "CANCEL_REJECTED 5 UNKNOWN_ORDER"),
        alice.heard());
  }

  @Test
  void refusesACancelOfAnotherAccountsOrder() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    bob.cancel(BOB_ACCOUNT, alice.lastOrderId());
    bob.cancel(ALICE_ACCOUNT, alice.lastOrderId());
    bob.cancelByClientOrderId(BOB_ACCOUNT, 1);
    assertEquals(
        List.of(
            "CANCEL_REJECTED 1 UNKNOWN_ORDER",
            "CANCEL_REJECTED 2 ACCOUNT_NOT_YOURS",
            "CANCEL_REJECTED 3 UNKNOWN_ORDER"),
        bob.heard());
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void anotherSessionOfTheSameParticipantMayCancelAndBothHearOfIt() {
    TestClient second = appliance.alice();
    long order = alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    long cancel = second.cancel(ALICE_ACCOUNT, alice.lastOrderId());
    assertEquals(
        List.of("ACCEPTED " + order + " BUY 10 at 7500", "CANCELLED 1 BUY 10 at 7500 REQUESTED"),
        alice.heard());
    assertEquals(List.of("CANCELLED " + cancel + " BUY 10 at 7500 REQUESTED"), second.heard());
  }

  @Test
  void aSessionThatEndsLeavesItsOrdersAndAnotherMayCancelThem() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    long order = alice.lastOrderId();
    alice.close();
    TestClient again = appliance.alice();
    assertNotEquals(alice.client.session(), again.client.session());
    again.cancel(ALICE_ACCOUNT, order);
    assertEquals(List.of("CANCELLED 1 BUY 10 at 7500 REQUESTED"), again.heard());
  }

  @Test
  void onlyTheCardSaysThatThePoolIsFull() {
    appliance.close();
    int liveOrders = 20;
    Capacities small = new Capacities(64, 4_096, liveOrders + 256, liveOrders, 16_384, 65_536, 256);
    appliance = new TestAppliance(TestAppliance.settings().conclude(), new ModelCard(small));
    alice = appliance.alice();
    for (int i = 0; i < liveOrders; i++) {
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    }
    alice.heard();
    long stateHash = appliance.stateHash();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("REJECTED 21 POOL_FULL"), alice.heard());
    assertEquals(1, appliance.appliance.refusals().get(RejectReason.POOL_FULL));
    assertEquals(stateHash, appliance.stateHash());

    bob = appliance.bob();
    bob.order(BOB_ACCOUNT, Side.SELL, OrderType.LIMIT, MIDDLE, 1, TimeInForce.IOC);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(
        List.of("MAKER 1 BUY 1 at 7500, open 0", "ACCEPTED 22 BUY 1 at 7500"), alice.heard());
  }

  @Test
  void anOrderThatMeetsThousandsIsReportedWhole() {
    appliance.close();
    appliance = new TestAppliance(TestAppliance.settings().sessionBacklogBytes(1 << 20));
    alice = appliance.alice();
    bob = appliance.bob();
    int makers = 3_000; // whose reports are ten times what the output stream holds at a time
    for (int i = 0; i < makers; i++) {
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - i % 300 * TICK, 1);
    }
    alice.heard();
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - 300 * TICK, makers);
    List<String> heard = bob.heard();
    assertEquals(makers + 1, heard.size());
    assertEquals("TAKER 1 SELL 1 at 6005, open 0", heard.get(makers));
    assertEquals(makers, alice.heard().size());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void slotsAreUsedAgainForMoreOrdersThanTheCardHas() {
    int orders = appliance.appliance.card().description().orderSlots() + 1_000;
    for (int i = 0; i < orders; i++) {
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
      bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 1);
    }
    assertEquals(0, appliance.appliance.liveOrders());
    assertEquals(0, appliance.appliance.refusals().total());
  }
}
