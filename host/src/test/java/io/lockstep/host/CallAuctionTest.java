package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call and its auction, as all hear of it, from the clients and back. */
class CallAuctionTest {
  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;
  private TestClient carol;

  @BeforeEach
  void start() {
    appliance = new TestAppliance();
    alice = appliance.alice();
    bob = appliance.bob();
    carol = appliance.carol();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void anAuctionFillsByPriceThenTimeAtOnePrice() {
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 4);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - TICK, 4);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE + TICK, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE + 2 * TICK, 4);
    alice.heard();
    bob.heard();
    carol.phase(Phase.CONTINUOUS);

    assertEquals(
        List.of("AUCTION 2 BUY 4 at 7505, open 0", "AUCTION 1 BUY 3 at 7505, open 0"),
        alice.heard());
    assertEquals(
        List.of("AUCTION 2 SELL 4 at 7505, open 0", "AUCTION 1 SELL 3 at 7505, open 1"),
        bob.heard());
  }

  @Test
  void whatTheAuctionLeavesIsInTheBookInItsOrder() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 2);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3);
    carol.phase(Phase.CALL);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 4);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    carol.phase(Phase.CONTINUOUS);
    alice.heard();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 9);

    assertEquals(
        List.of(
            "ACCEPTED 4 BUY 5 at 7500",
            "MAKER 2 BUY 2 at 7500, open 0",
            "MAKER 3 BUY 4 at 7500, open 0",
            "MAKER 4 BUY 3 at 7500, open 2"),
        alice.heard());
  }

  @Test
  void theIndicativePriceIsToldWheneverItChangesAndOnlyThen() {
    alice.withAuctions();
    carol.phase(Phase.CALL);
    assertEquals(List.of("STATUS CALL 5500..9500"), alice.heard());

    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + 9 * TICK, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 5);
    alice.cancelByClientOrderId(ALICE_ACCOUNT, 2);
    alice.replace(ALICE_ACCOUNT, 1, MIDDLE, 4);
    alice.send();
    bob.replace(BOB_ACCOUNT, 1, MIDDLE - 4 * TICK, 3);
    bob.send();
    bob.massCancel().account(BOB_ACCOUNT);
    bob.send();

    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5 at 7500",
            "WOULD 3 at 7500, imbalance 2",
            "ACCEPTED 2 BUY 5 at 7495",
            "CANCELLED 3 BUY 5 at 7495 REQUESTED",
            "REPLACED 4 BUY 4 at 7500, open 4, KEPT",
            "WOULD 3 at 7500, imbalance 1",
            "WOULD 0 at no price, imbalance 0"),
        alice.heard());
  }

  @Test
  void aCallThatGoesOnAfterAHaltTellsOnlyWhatChanges() {
    alice.withAuctions();
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    carol.phase(Phase.HALTED);
    alice.heard();
    carol.phase(Phase.CALL);
    assertEquals(List.of("STATUS CALL 5500..9500"), alice.heard());

    alice.cancelByClientOrderId(ALICE_ACCOUNT, 1);
    assertEquals(
        List.of("CANCELLED 2 BUY 5 at 7500 REQUESTED", "WOULD 0 at no price, imbalance 0"),
        alice.heard());
  }

  @Test
  void theResultComesBeforeTheTradesAndTheNewPhaseAfterTheBook() {
    carol.withAuctions().withTopOfBook();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 1);
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    assertEquals(
        List.of(
            "TOP 1 at 7495 / -",
            "TOP - / -",
            "STATUS CALL 5500..9500",
            "DONE 1 template 20 0",
            "WOULD 3 at 7500, imbalance 2"),
        carol.heard());

    carol.phase(Phase.CONTINUOUS);
    assertEquals(
        List.of(
            "AUCTION 3 at 7500, imbalance 2",
            "TOP 2 at 7500 / -",
            "STATUS CONTINUOUS 5500..9500",
            "DONE 2 template 20 0"),
        carol.heard());
  }

  @Test
  void anAuctionInWhichNothingTradesSaysSo() {
    carol.withAuctions();
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    carol.heard();
    carol.phase(Phase.CLOSED);

    assertEquals(
        List.of(
            "AUCTION 0 at no price, imbalance 0",
            "STATUS CLOSED 5500..9500",
            "DONE 2 template 20 0"),
        carol.heard());
  }

  @Test
  void theReferenceIsTheLastTradesPriceAndBeforeItTheInstrumentsOwn() {
    carol.withAuctions();
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - 9 * TICK, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE + 9 * TICK, 3);
    carol.heard();
    carol.phase(Phase.CONTINUOUS);
    assertEquals("AUCTION 3 at 7500, imbalance 0", carol.heard().get(0)); // of the venue's file

    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + 4 * TICK, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE + 4 * TICK, 3);
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - 9 * TICK, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE + 9 * TICK, 3);
    carol.heard();
    carol.phase(Phase.CONTINUOUS);
    assertEquals("AUCTION 3 at 7520, imbalance 0", carol.heard().get(0));
  }

  @Test
  void ordersOfOneOwnerMayMeetInAnAuction() {
    carol.phase(Phase.CALL);
    alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 3);
    alice.heard();
    carol.phase(Phase.CONTINUOUS);

    assertEquals(
        List.of("AUCTION 2 BUY 3 at 7500, open 0", "AUCTION 1 SELL 3 at 7500, open 0"),
        alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void ordersBeyondTheBandMayTradeInsideItAndEndWithWhatIsLeft() {
    carol.phase(Phase.CALL);
    alice.limit(ALICE_ACCOUNT, Side.BUY, 1_950 * TICK, 5);
    bob.limit(BOB_ACCOUNT, Side.SELL, 1_050 * TICK, 3);
    alice.heard();
    carol.phase(Phase.CONTINUOUS);

    assertEquals(
        List.of("AUCTION 1 BUY 3 at 7500, open 2", "CANCELLED 1 BUY 2 at 9750 BAND"),
        alice.heard());
    assertEquals(0, appliance.appliance.liveOrders());
  }

  @Test
  void moreOrdersThanFitInFlightAreAuctioned() {
    int orders = 1_000;
    for (TestClient client : List.of(alice, bob)) {
      client.settles = false;
    }
    for (int i = 0; i < orders; i++) {
      if (i == orders / 2) {
        appliance.settle();
        carol.phase(Phase.CALL);
      }
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - i % 7 * TICK, 2);
      bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + (1 + i % 5 - (i < orders / 2 ? 0 : 6)) * TICK, 1);
      if (i % 8 == 0) {
        appliance.settle();
      }
    }
    appliance.settle();
    carol.withAuctions().heard();
    carol.phase(Phase.CLOSED);

    // 500 lots of asks from 7475 to 7495; of bids, 286 at 7500 and as many at 7495.
    assertEquals("AUCTION 500 at 7495, imbalance 72", carol.heard().get(0));
    assertEquals(2 * orders - 500 - 250, appliance.appliance.liveOrders());
  }
}
