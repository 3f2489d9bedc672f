package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BAND_HIGH;
import static io.lockstep.host.TestVenue.BAND_LOW;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The breaker as clients meet it. The log's clock goes a microsecond a message, so times are given
 * in messages, and a tick is one.
 */
class BreakerTest {
  private static final int HALT_MESSAGES = 10;
  private static final int CALL_MESSAGES = 20;

  private static final String HALTED = "STATUS HALTED 5500..9500";
  private static final String CALL = "STATUS CALL 5500..9500";
  private static final String CONTINUOUS = "STATUS CONTINUOUS 5500..9500";
  private static final String NO_AUCTION = "AUCTION 0 at no price, imbalance 0";

  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;
  private TestClient carol;

  @BeforeEach
  void start() {
    start(TestVenue.withBreaker(HALT_MESSAGES * 1_000, CALL_MESSAGES * 1_000));
  }

  private void start(Venue venue) {
    appliance = new TestAppliance(venue);
    alice = appliance.alice();
    bob = appliance.bob();
    carol = appliance.carol().withAuctions();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  /** A trade of one lot; what of the order does not trade is cancelled. */
  private void trade(Side side, long price) {
    TestClient maker = bob;
    Side other = side == Side.BUY ? Side.SELL : Side.BUY;
    maker.limit(BOB_ACCOUNT, other, price, 1);
    alice.limit(ALICE_ACCOUNT, side, price, 1);
  }

  @Test
  void aTradeAtTheUpperEdgeOfTheBandHaltsTheInstrument() {
    trade(Side.BUY, BAND_HIGH);
    assertEquals(List.of(HALTED), carol.heard());
    alice.heard();
    alice.limit(ALICE_ACCOUNT, Side.BUY, BAND_LOW, 1);
    assertEquals(List.of("REJECTED 2 INSTRUMENT_HALTED"), alice.heard());
  }

  @Test
  void aTradeAtTheLowerEdgeOfTheBandHaltsTheInstrument() {
    trade(Side.SELL, BAND_LOW);
    assertEquals(List.of(HALTED), carol.heard());
  }

  @Test
  void aTradeInsideTheBandAndAnOrderAtItsEdgeDoNot() {
    trade(Side.BUY, BAND_HIGH - TICK);
    trade(Side.SELL, BAND_LOW + TICK);
    bob.limit(BOB_ACCOUNT, Side.SELL, BAND_HIGH, 1);
    bob.limit(BOB_ACCOUNT, Side.BUY, BAND_LOW, 1);
    assertEquals(List.of(), carol.heard());
  }

  @Test
  void theBandThatCountsIsTheOneOfTheTrade() {
    carol.band(BAND_LOW + 10 * TICK, BAND_HIGH - 10 * TICK);
    carol.heard();
    trade(Side.BUY, BAND_HIGH - 10 * TICK);
    assertEquals(List.of("STATUS HALTED 5550..9450"), carol.heard());
  }

  @Test
  void anInstrumentWithoutBreakerTradesOn() {
    appliance.close();
    start(TestVenue.VENUE);
    trade(Side.BUY, BAND_HIGH);
    appliance.tick(HALT_MESSAGES + CALL_MESSAGES);
    assertEquals(List.of(), carol.heard());
  }

  @Test
  void afterTheHaltComesACallAndAfterTheCallContinuousTrading() {
    trade(Side.BUY, BAND_HIGH);
    appliance.tick(HALT_MESSAGES - 1);
    assertEquals(List.of(HALTED), carol.heard());
    appliance.tick(1);
    assertEquals(List.of(CALL), carol.heard());
    appliance.tick(CALL_MESSAGES - 1);
    assertEquals(List.of(), carol.heard());
    appliance.tick(1);
    assertEquals(List.of(NO_AUCTION, CONTINUOUS), carol.heard());
    appliance.tick(HALT_MESSAGES + CALL_MESSAGES);
    assertEquals(List.of(), carol.heard());
  }

  @Test
  void theCallEndsByItsAuction() {
    bob.limit(BOB_ACCOUNT, Side.BUY, BAND_LOW + 2 * TICK, 3);
    trade(Side.BUY, BAND_HIGH);
    appliance.tick(HALT_MESSAGES);
    alice.heard();
    alice.limit(ALICE_ACCOUNT, Side.SELL, BAND_LOW + 2 * TICK, 2);
    appliance.tick(CALL_MESSAGES);
    assertEquals(
        List.of("ACCEPTED 2 SELL 2 at 5510", "AUCTION 2 SELL 2 at 5510, open 0"), alice.heard());
    assertEquals(
        List.of(
            HALTED,
            CALL,
            "WOULD 2 at 5510, imbalance 1",
            "AUCTION 2 at 5510, imbalance 1",
            CONTINUOUS),
        carol.heard());
  }

  @Test
  void nothingHappensBetweenTicks() {
    trade(Side.BUY, BAND_HIGH);
    carol.heard();
    for (int i = 0; i < HALT_MESSAGES; i++) {
      alice.cancel(ALICE_ACCOUNT, 1);
    }
    assertEquals(List.of(), carol.heard());
    appliance.tick(1);
    assertEquals(List.of(CALL), carol.heard());
  }

  @Test
  void anOperatorsPhaseEndsTheSchedule() {
    for (Phase phase : new Phase[] {Phase.CLOSED, Phase.HALTED, Phase.CALL}) {
      trade(Side.BUY, BAND_HIGH);
      carol.phase(phase);
      carol.heard();
      appliance.tick(HALT_MESSAGES + CALL_MESSAGES);
      assertEquals(List.of(), carol.heard(), phase + " in the halt");
      carol.phase(Phase.CONTINUOUS);

      trade(Side.BUY, BAND_HIGH);
      appliance.tick(HALT_MESSAGES);
      carol.phase(phase);
      carol.heard();
      appliance.tick(HALT_MESSAGES + CALL_MESSAGES);
      assertEquals(List.of(), carol.heard(), phase + " in the call");
      carol.phase(Phase.CONTINUOUS);
    }
  }

  @Test
  void aMoveOfBandOrWindowLeavesTheScheduleAsItIs() {
    trade(Side.BUY, BAND_HIGH);
    carol.band(BAND_LOW + TICK, BAND_HIGH);
    carol.window(990 * TICK);
    carol.heard();
    appliance.tick(HALT_MESSAGES);
    appliance.tick(CALL_MESSAGES);
    assertEquals(
        List.of("STATUS CALL 5505..9500", NO_AUCTION, "STATUS CONTINUOUS 5505..9500"),
        carol.heard());
  }

  @Test
  void aTradeAtTheEdgeAfterwardsHaltsItAgain() {
    for (int i = 0; i < 3; i++) {
      trade(Side.BUY, BAND_HIGH);
      appliance.tick(HALT_MESSAGES);
      appliance.tick(CALL_MESSAGES);
      assertEquals(List.of(HALTED, CALL, NO_AUCTION, CONTINUOUS), carol.heard());
    }
  }

  @Test
  void theTradesOfAnAuctionAtTheEdgeDoNotHaltIt() {
    carol.phase(Phase.CALL);
    trade(Side.BUY, BAND_HIGH);
    carol.heard();
    carol.phase(Phase.CONTINUOUS);
    assertEquals(
        List.of("AUCTION 1 at 9500, imbalance 0", CONTINUOUS, "DONE 2 template 20 0"),
        carol.heard());
  }

  @Test
  void withoutAHaltTheCallBeginsWithTheNextTick() {
    appliance.close();
    start(TestVenue.withBreaker(0, 5_000));
    trade(Side.BUY, BAND_HIGH);
    appliance.tick(1);
    assertEquals(List.of(HALTED, CALL), carol.heard());
  }

  @Test
  void withoutACallTheBookOpensAfterTheHaltByAnAuction() {
    appliance.close();
    start(TestVenue.withBreaker(5_000, 0));
    trade(Side.BUY, BAND_HIGH);
    appliance.tick(5);
    assertEquals(List.of(HALTED, CALL, NO_AUCTION, CONTINUOUS), carol.heard());
  }
}
