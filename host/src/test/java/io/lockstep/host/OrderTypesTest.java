package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_GROUPED;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of new order as its client sees it, from the client and back. */
class OrderTypesTest {
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

  // ------------------------------------------------------------------ fill or kill

  @Test
  void aFillOrKillOrderFillsWhole() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 3);
    fillOrKill(MIDDLE + TICK, 5);
    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5 at 7505",
            "TAKER 1 BUY 3 at 7500, open 2",
            "TAKER 1 BUY 2 at 7505, open 0"),
        alice.heard());
  }

  @Test
  void aFillOrKillOrderThatCannotFillIsRefusedAndLeavesTheBook() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    refusesWithoutATrace(() -> fillOrKill(MIDDLE, 4), RejectReason.UNFILLABLE);
  }

  @Test
  void aFillOrKillOrderDoesNotPassAnOrderOfItsOwner() {
    alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE, 3);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 9);
    refusesWithoutATrace(() -> fillOrKill(MIDDLE, 4), RejectReason.WOULD_SELF_TRADE);
  }

  private void fillOrKill(long price, long quantity) {
    alice.order(ALICE_ACCOUNT, Side.BUY, OrderType.LIMIT, price, quantity, TimeInForce.FOK);
  }

  // ------------------------------------------------------------------ post-only

  @Test
  void aPostOnlyOrderRests() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    postOnly(MIDDLE - TICK);
    assertEquals(List.of("ACCEPTED 1 BUY 5 at 7495"), alice.heard());
    assertEquals(2, appliance.appliance.liveOrders());
  }

  @Test
  void aPostOnlyOrderThatWouldTradeIsRefused() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    refusesWithoutATrace(() -> postOnly(MIDDLE), RejectReason.WOULD_CROSS);
  }

  private void postOnly(long price) {
    alice.newOrder(ALICE_ACCOUNT, Side.BUY, price, 5).flags().postOnly(true);
    alice.send();
  }

  // ------------------------------------------------------------------ reduce-only

  @Test
  void aReduceOnlyOrderTakesNoMoreThanThePositionHas() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3);
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 9);
    alice.heard();
    reduceOnly(Side.SELL, 8);
    assertEquals(
        List.of("ACCEPTED 2 SELL 3 at 7500", "TAKER 2 SELL 3 at 7500, open 0"), alice.heard());
    refusesWithoutATrace(() -> reduceOnly(Side.SELL, 8), RejectReason.NOTHING_TO_REDUCE);
  }

  @Test
  void aReduceOnlyOrderCancelsWhatItCannotFillOfThePosition() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 5);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 2);
    alice.heard();
    reduceOnly(Side.SELL, 8);
    assertEquals(
        List.of(
            "ACCEPTED 2 SELL 5 at 7500",
            "TAKER 2 SELL 2 at 7500, open 3",
            "CANCELLED 2 SELL 3 at 7500 IMMEDIATE_OR_CANCEL"),
        alice.heard());
  }

  private void reduceOnly(Side side, long quantity) {
    alice
        .newOrder(ALICE_ACCOUNT, side, MIDDLE, quantity)
        .timeInForce(TimeInForce.IOC)
        .flags()
        .reduceOnly(true);
    alice.send();
  }

  // ------------------------------------------------------------------ self-trade prevention

  @Test
  void anOrderThatMeetsOneOfItsOwnAccountIsCancelled() {
    alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    assertEquals(
        List.of(
            "ACCEPTED 1 SELL 3 at 7500",
            "ACCEPTED 2 BUY 5 at 7500",
            "CANCELLED 2 BUY 5 at 7500 SELF_TRADE"),
        alice.heard());
    assertEquals(1, appliance.appliance.liveOrders());
  }

  @Test
  void theGroupOfAnotherParticipantsAccountCountsAndItsClientHears() {
    bob.limit(BOB_GROUPED, Side.SELL, MIDDLE, 3);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 4);
    bob.heard();
    alice
        .newOrder(ALICE_GROUPED, Side.BUY, MIDDLE, 5)
        .selfTradePrevention(SelfTradePrevention.CANCEL_RESTING);
    alice.send();
    assertEquals(
        List.of("CANCELLED 1 SELL 3 at 7500 SELF_TRADE", "MAKER 2 SELL 4 at 7500, open 0"),
        bob.heard());
    assertEquals(
        List.of("ACCEPTED 1 BUY 5 at 7500", "TAKER 1 BUY 4 at 7500, open 1"), alice.heard());
  }

  @Test
  void bothEndWhenTheIncomingOrderSaysSo() {
    bob.limit(BOB_GROUPED, Side.SELL, MIDDLE, 3);
    bob.heard();
    alice
        .newOrder(ALICE_GROUPED, Side.BUY, MIDDLE, 5)
        .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH);
    alice.send();
    assertEquals(List.of("CANCELLED 1 SELL 3 at 7500 SELF_TRADE"), bob.heard());
    assertEquals(
        List.of("ACCEPTED 1 BUY 5 at 7500", "CANCELLED 1 BUY 5 at 7500 SELF_TRADE"), alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void aMarketOrderThatMeetsItsOwnerIsCancelledWithoutAPrice() {
    alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.heard();
    alice.client.sendMarket(9, ALICE_ACCOUNT, TestVenue.INSTRUMENT, Side.BUY, 5);
    appliance.settle();
    assertEquals(List.of("ACCEPTED 9 BUY 5", "CANCELLED 9 BUY 5 SELF_TRADE"), alice.heard());
  }

  // ------------------------------------------------------------------ outside the window

  @Test
  void anOrderBehindTheWindowIsAcceptedAndNoPartOfTheBook() {
    alice.withTopOfBook();
    long order = alice.limit(ALICE_ACCOUNT, Side.BUY, 999 * TICK, 5);
    assertEquals(List.of("ACCEPTED 1 BUY 5 at 4995"), alice.heard());
    assertEquals(1, appliance.appliance.liveOrders());

    alice.cancelByClientOrderId(ALICE_ACCOUNT, order);
    assertEquals(List.of("CANCELLED 2 BUY 5 at 4995 REQUESTED"), alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void postOnlyMeansNothingBehindTheWindow() {
    postOnly(999 * TICK);
    assertEquals(List.of("ACCEPTED 1 BUY 5 at 4995"), alice.heard());
  }

  @Test
  void anImmediateOrderBehindTheWindowIsCancelled() {
    alice.order(ALICE_ACCOUNT, Side.BUY, OrderType.LIMIT, 999 * TICK, 5, TimeInForce.IOC);
    assertEquals(
        List.of("ACCEPTED 1 BUY 5 at 4995", "CANCELLED 1 BUY 5 at 4995 IMMEDIATE_OR_CANCEL"),
        alice.heard());
  }

  @Test
  void anOrderAheadOfTheWindowTradesUpToTheBandAndTheRestIsCancelled() {
    bob.limit(BOB_ACCOUNT, Side.BUY, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.SELL, 999 * TICK, 5);
    assertEquals(
        List.of(
            "ACCEPTED 1 SELL 5 at 4995",
            "TAKER 1 SELL 3 at 7500, open 2",
            "CANCELLED 1 SELL 2 at 4995 BAND"),
        alice.heard());
  }

  private void refusesWithoutATrace(Runnable request, RejectReason reason) {
    alice.limit(ALICE_ACCOUNT, Side.BUY, 1_200 * TICK, 1); // the first one opens the position
    alice.heard();
    long before = appliance.stateHash();
    request.run();
    assertEquals(List.of("REJECTED " + alice.lastClientOrderId() + " " + reason), alice.heard());
    assertEquals(before, appliance.stateHash());
    assertEquals(1, appliance.appliance.refusals().get(reason));
  }
}
