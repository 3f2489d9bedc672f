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

/** Moves of band and window, as clients see them. The window has 4,096 ticks, from 1,000 on. */
class BandAndWindowTest {
  private static final long TOP = (1_000 + 4_095) * TICK;

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

  // ------------------------------------------------------------------ band

  @Test
  void aBandMoveEndsTheOrdersThatItPutsOnTheWrongSide() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 6);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + TICK, 7);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + 9 * TICK, 7);
    alice.heard();
    bob.heard();
    carol.withAuctions().withTopOfBook();
    carol.band(MIDDLE - 20 * TICK, MIDDLE - TICK);

    assertEquals(List.of("CANCELLED 1 BUY 5 at 7500 BAND"), alice.heard());
    assertEquals(List.of(), bob.heard());
    assertEquals(
        List.of(
            "TOP 6 at 7495 / 7 at 7505", "STATUS CONTINUOUS 7400..7495", "DONE 1 template 21 0"),
        carol.heard());

    carol.band(MIDDLE + 5 * TICK, MIDDLE + 20 * TICK);
    assertEquals(List.of("CANCELLED 1 SELL 7 at 7505 BAND"), bob.heard());
    assertEquals(List.of(), alice.heard());
  }

  @Test
  void tradingStopsAtTheNewBand() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 5);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE + 2 * TICK, 5);
    carol.band(MIDDLE - TICK, MIDDLE + TICK);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE + 2 * TICK, 9);

    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 9 at 7510",
            "TAKER 1 BUY 5 at 7500, open 4",
            "CANCELLED 1 BUY 4 at 7510 BAND"),
        alice.heard());
  }

  @Test
  void aBandMoveInACallEndsNothingAndChangesThePrice() {
    alice.withAuctions();
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - 4 * TICK, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE + 4 * TICK, 5);
    alice.heard();
    carol.band(MIDDLE - 2 * TICK, MIDDLE - TICK);
    assertEquals(List.of("STATUS CALL 7490..7495", "WOULD 3 at 7495, imbalance 2"), alice.heard());

    carol.phase(Phase.CONTINUOUS);
    assertEquals(
        List.of(
            "AUCTION 3 at 7495, imbalance 2",
            "AUCTION 1 BUY 3 at 7495, open 2",
            "CANCELLED 1 BUY 2 at 7520 BAND",
            "STATUS CONTINUOUS 7490..7495"),
        alice.heard());
  }

  @Test
  void aBandOutsideTheWindowIsRefused() {
    long before = appliance.stateHash();
    carol.band(999 * TICK, MIDDLE);
    carol.band(MIDDLE, TOP + TICK);
    carol.band(MIDDLE, MIDDLE - TICK);
    carol.band(MIDDLE + 1, MIDDLE);
    carol.band(MIDDLE, Long.MIN_VALUE);

    assertEquals(
        List.of(
            "DONE 1 template 21 BAND_OUTSIDE_WINDOW",
            "DONE 2 template 21 BAND_OUTSIDE_WINDOW",
            "DONE 3 template 21 BAND_OUTSIDE_WINDOW",
            "DONE 4 template 21 PRICE_OFF_TICK",
            "DONE 5 template 21 PRICE_MISSING"),
        carol.heard());
    assertEquals(before, appliance.stateHash());
  }

  // ------------------------------------------------------------------ window

  @Test
  void anOrderOutsideTheWindowWaitsAndTradesOnceItIsThere() {
    long far = 990 * TICK;
    alice.limit(ALICE_ACCOUNT, Side.BUY, far, 5);
    assertEquals(List.of("ACCEPTED 1 BUY 5 at 4950"), alice.heard());

    carol.withTopOfBook();
    carol.window(900 * TICK);
    carol.band(980 * TICK, 1_900 * TICK);
    assertEquals(
        List.of("TOP 5 at 4950 / -", "DONE 1 template 22 0", "DONE 2 template 21 0"),
        carol.heard());
    bob.limit(BOB_ACCOUNT, Side.SELL, far, 5);
    assertEquals(List.of("MAKER 1 BUY 5 at 4950, open 0"), alice.heard());
  }

  @Test
  void noQueuePlaceIsLostWhenTheWindowGoesAndComesBack() {
    long far = 1_040 * TICK;
    alice.limit(ALICE_ACCOUNT, Side.BUY, far, 1);
    alice.limit(ALICE_ACCOUNT, Side.BUY, far, 2);
    carol.window(1_050 * TICK);
    alice.limit(ALICE_ACCOUNT, Side.BUY, far, 3);
    alice.replace(ALICE_ACCOUNT, 2, far, 1);
    alice.send();
    alice.replace(ALICE_ACCOUNT, 1, far, 9);
    alice.send();
    alice.heard();
    carol.window(1_040 * TICK);
    alice.limit(ALICE_ACCOUNT, Side.BUY, far, 4);
    carol.band(1_040 * TICK, 1_900 * TICK);
    bob.limit(BOB_ACCOUNT, Side.SELL, far, 15);

    // The second kept its place, as it was only lowered; the first lost it, as it grew.
    assertEquals(
        List.of(
            "ACCEPTED 6 BUY 4 at 5200",
            "MAKER 2 BUY 1 at 5200, open 0",
            "MAKER 3 BUY 3 at 5200, open 0",
            "MAKER 1 BUY 9 at 5200, open 0",
            "MAKER 6 BUY 2 at 5200, open 2"),
        alice.heard());
  }

  @Test
  void asksBehindTheUpperEndWaitToo() {
    long top = 3_995 * TICK;
    carol.window(-100 * TICK);
    alice.limit(ALICE_ACCOUNT, Side.SELL, top, 1);
    alice.limit(ALICE_ACCOUNT, Side.SELL, top, 2);
    alice.heard();
    carol.withTopOfBook().heard();
    carol.window(-101 * TICK);
    carol.window(-99 * TICK);

    assertEquals(
        List.of(
            "TOP - / 2 at 19975",
            "TOP - / -",
            "DONE 2 template 22 0",
            "TOP - / 1 at 19975",
            "TOP - / 3 at 19975",
            "DONE 3 template 22 0"),
        carol.heard());
    assertEquals(List.of(), alice.heard());
  }

  @Test
  void aReplaceMovesAnOrderOutOfTheWindowAndIntoIt() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    alice.replace(ALICE_ACCOUNT, 1, 900 * TICK, 5);
    alice.send();
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 2);
    alice.replace(ALICE_ACCOUNT, 1, MIDDLE, 5);
    alice.send();

    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5 at 7500",
            "REPLACED 2 BUY 5 at 4500, open 5, LOST",
            "REPLACED 3 BUY 5 at 7500, open 5, LOST",
            "TAKER 1 BUY 2 at 7500, open 3"),
        alice.heard());
  }

  @Test
  void aCallWithAMovingWindowLosesNothing() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, 1_010 * TICK, 5);
    carol.phase(Phase.CALL);
    carol.window(1_050 * TICK);
    alice.limit(ALICE_ACCOUNT, Side.BUY, 1_020 * TICK, 6);
    carol.phase(Phase.CONTINUOUS);
    assertEquals(2, appliance.appliance.liveOrders());
    carol.withTopOfBook();
    carol.heard();
    carol.window(1_000 * TICK);

    assertEquals(List.of("TOP 6 at 5100 / -", "DONE 4 template 22 0"), carol.heard());
  }

  @Test
  void aWindowWithoutTheBandIsRefused() {
    long before = appliance.stateHash();
    carol.window(1_101 * TICK);
    carol.window(-2_197 * TICK);
    carol.window(7);
    carol.window(Long.MIN_VALUE);
    carol.window((1L << 31) * TICK);
    carol.window(-(1L << 31) * TICK);
    carol.window(Long.MAX_VALUE / TICK * TICK);

    assertEquals(
        List.of(
            "DONE 1 template 22 BAND_OUTSIDE_WINDOW",
            "DONE 2 template 22 BAND_OUTSIDE_WINDOW",
            "DONE 3 template 22 PRICE_OFF_TICK",
            "DONE 4 template 22 PRICE_MISSING",
            "DONE 5 template 22 WINDOW_INVALID",
            "DONE 6 template 22 WINDOW_INVALID",
            "DONE 7 template 22 WINDOW_INVALID"),
        carol.heard());
    assertEquals(before, appliance.stateHash());
  }
}
