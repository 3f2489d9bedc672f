package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_GROUPED;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the feed says of each thing that can happen to an order. */
class FeedMessagesTest {
  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;
  private TestClient carol;
  private FeedLines feed;

  @BeforeEach
  void start() {
    appliance = new TestAppliance();
    alice = appliance.alice();
    bob = appliance.bob();
    carol = appliance.carol();
    feed = new FeedLines(appliance);
  }

  @AfterEach
  void end() {
    feed.close();
    appliance.close();
  }

  @Test
  void anOrderThatRestsIsAddedBeforeTheBestPricesThatFollow() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 7);
    String order = feed.id(alice);

    assertEquals(List.of("ADDED " + order + " BUY 7 at 7500", "TOP 7 at 7500 / -"), feed.heard());
  }

  @Test
  void aTradeTakesFromTheMakerAndTheTakersRestIsAddedAfterIt() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 7);
    String maker = feed.id(alice);
    feed.heard();
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 10);

    assertEquals(
        List.of(
            "TRADE 7 at 7500 of " + maker + ", SELL",
            "ADDED " + feed.id(bob) + " SELL 3 at 7500",
            "TOP - / 3 at 7500"),
        feed.heard());
  }

  @Test
  void anImmediateOrderIsNeverInTheBook() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 2);
    String maker = feed.id(alice);
    feed.heard();
    bob.order(BOB_ACCOUNT, Side.SELL, OrderType.LIMIT, MIDDLE, 5, TimeInForce.IOC);

    assertEquals(List.of("TRADE 2 at 7500 of " + maker + ", SELL", "TOP - / -"), feed.heard());
  }

  @Test
  void aCancelRemovesTheOrder() {
    long id = alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 7);
    String order = feed.id(alice);
    feed.heard();
    alice.cancelByClientOrderId(ALICE_ACCOUNT, id);

    assertEquals(List.of("REMOVED " + order + " BUY 0 at 7500", "TOP - / -"), feed.heard());
  }

  @Test
  void aReplaceThatKeepsItsPlaceReducesTheOrder() {
    long id = alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 7);
    String order = feed.id(alice);
    feed.heard();
    alice.replace(ALICE_ACCOUNT, id, MIDDLE, 4);
    alice.send();

    assertEquals(List.of("REDUCED " + order + " BUY 4 at 7500", "TOP 4 at 7500 / -"), feed.heard());
  }

  @Test
  void aReplaceThatLosesItsPlaceRemovesTheOrderAndAddsItAnewBehindTheOthers() {
    long id = alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 7);
    String order = feed.id(alice);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    feed.heard();
    alice.replace(ALICE_ACCOUNT, id, MIDDLE, 9);
    alice.send();

    assertEquals(
        List.of(
            "REMOVED " + order + " BUY 0 at 7500",
            "ADDED " + order + " BUY 9 at 7500",
            "TOP 10 at 7500 / -"),
        feed.heard());
  }

  @Test
  void selfTradePreventionRemovesTheMakerWithoutATrade() {
    alice.limit(ALICE_GROUPED, Side.BUY, MIDDLE, 7);
    String maker = feed.id(alice);
    feed.heard();
    bob.newOrder(BOB_GROUPED, Side.SELL, MIDDLE, 5)
        .selfTradePrevention(SelfTradePrevention.CANCEL_RESTING);
    bob.send();

    assertEquals(
        List.of(
            "REMOVED " + maker + " BUY 0 at 7500",
            "ADDED " + feed.id(bob) + " SELL 5 at 7500",
            "TOP - / 5 at 7500"),
        feed.heard());
  }

  @Test
  void aMassCancelRemovesEachOrderBeforeTheBestPrices() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 1);
    String worse = feed.id(alice);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 2);
    String better = feed.id(alice);
    feed.heard();
    alice.massCancel();
    alice.send();

    assertEquals(
        List.of(
            "REMOVED " + better + " BUY 0 at 7500",
            "REMOVED " + worse + " BUY 0 at 7495",
            "TOP - / -"),
        feed.heard());
  }

  @Test
  void anOrderOutsideTheWindowIsInTheBookOnlyWhileTheWindowHoldsIt() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, 950 * TICK, 1);
    String order = feed.id(alice);
    assertEquals(List.of(), feed.heard());
    carol.window(900 * TICK);
    assertEquals(
        List.of("ADDED " + order + " BUY 1 at 4750", "TOP 1 at 4750 / -", "CONTINUOUS"),
        feed.heard());
    carol.window(1_000 * TICK);
    assertEquals(
        List.of("REMOVED " + order + " BUY 0 at 4750", "TOP - / -", "CONTINUOUS"), feed.heard());
  }

  @Test
  void aCallEmptiesTheBookAndItsAuctionTradesWithoutAMaker() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 7);
    String buyer = feed.id(alice);
    feed.heard();
    carol.phase(Phase.CALL);
    assertEquals(List.of("REMOVED " + buyer + " BUY 0 at 7500", "TOP - / -", "CALL"), feed.heard());
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    assertEquals(List.of("WOULD 3 at 7500"), feed.heard());
    carol.phase(Phase.CONTINUOUS);

    assertEquals(
        List.of(
            "AUCTION 3 at 7500",
            "TRADE 3 at 7500 of nobody, BUY",
            "ADDED " + buyer + " BUY 4 at 7500",
            "TOP 4 at 7500 / -",
            "CONTINUOUS"),
        feed.heard());
  }

  @Test
  void refusedRequestsAndOwnReportsAreNotOnTheFeed() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 0);
    alice.cancel(ALICE_ACCOUNT, 12345);

    assertEquals(2, alice.heard().size());
    assertEquals(List.of(), feed.heard());
  }

  @Test
  void changesOfTheBookAreToldToNoSession() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 7);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 7);

    assertEquals(2, alice.heard().size(), "accepted and its own side of the trade");
    assertTrue(feed.heard().size() > 2);
  }
}
