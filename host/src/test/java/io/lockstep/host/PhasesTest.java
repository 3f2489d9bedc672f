package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetPhaseEncoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each phase takes and refuses, and what becomes of orders from one to the next. */
class PhasesTest {
  private static final long NO_PRICE = NewOrderEncoder.priceNullValue();

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

  // ------------------------------------------------------------------ halted and closed

  @ParameterizedTest
  @CsvSource({"HALTED, INSTRUMENT_HALTED", "CLOSED, INSTRUMENT_CLOSED"})
  void aHaltAndTheCloseTakeCancelsOnly(Phase phase, RejectReason reason) {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 7);
    alice.heard();
    carol.phase(phase);
    long before = appliance.stateHash();

    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    market();
    alice.replace(ALICE_ACCOUNT, 1, MIDDLE, 4);
    alice.send();
    assertEquals(
        List.of("REJECTED 3 " + reason, "REJECTED 4 " + reason, "REPLACE_REJECTED 5 " + reason),
        alice.heard());
    assertEquals(before, appliance.stateHash());

    alice.cancelByClientOrderId(ALICE_ACCOUNT, 1);
    alice.massCancel().account(ALICE_ACCOUNT);
    alice.send();
    assertEquals(
        List.of(
            "CANCELLED 6 BUY 5 at 7500 REQUESTED",
            "CANCELLED 2 BUY 7 at 7500 MASS_CANCEL",
            "DONE 7 template 13 1"),
        alice.heard());
  }

  @Test
  void ordersKeepTheirPlacesThroughAHalt() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 4);
    carol.phase(Phase.HALTED);
    carol.phase(Phase.CONTINUOUS);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);

    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5 at 7500",
            "TAKER 1 BUY 3 at 7500, open 2",
            "TAKER 1 BUY 2 at 7500, open 0"),
        alice.heard());
  }

  @Test
  void aHaltEndsInACallWhenTheOperatorSaysSo() {
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    carol.phase(Phase.HALTED);
    carol.phase(Phase.CALL);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    assertEquals(List.of("ACCEPTED 1 BUY 5 at 7500"), alice.heard());

    carol.phase(Phase.CONTINUOUS);
    assertEquals(List.of("AUCTION 1 BUY 3 at 7500, open 2"), alice.heard());
  }

  @Test
  void aHaltOfACallKeepsItsOrdersForItsAuction() {
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    carol.phase(Phase.HALTED);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    carol.phase(Phase.CALL);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5 at 7500", "REJECTED 2 INSTRUMENT_HALTED", "ACCEPTED 3 BUY 1 at 7500"),
        alice.heard());
    carol.phase(Phase.HALTED);
    carol.phase(Phase.CONTINUOUS);

    assertEquals(List.of("AUCTION 1 BUY 3 at 7500, open 2"), alice.heard());
  }

  // ------------------------------------------------------------------ a call

  @Test
  void aCallTakesOnlyLimitOrdersThatStay() {
    carol.phase(Phase.CALL);
    long before = appliance.stateHash();
    market();
    alice.order(ALICE_ACCOUNT, Side.BUY, OrderType.LIMIT, MIDDLE, 5, TimeInForce.IOC);
    alice.order(ALICE_ACCOUNT, Side.BUY, OrderType.LIMIT, MIDDLE, 5, TimeInForce.FOK);
    alice
        .newOrder(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5)
        .timeInForce(TimeInForce.IOC)
        .flags()
        .reduceOnly(true);
    alice.send();

    assertEquals(
        List.of(
            "REJECTED 1 MARKET_IN_CALL",
            "REJECTED 2 IOC_IN_CALL",
            "REJECTED 3 FOK_IN_CALL",
            "REJECTED 4 IOC_IN_CALL"),
        alice.heard());
    assertEquals(before, appliance.stateHash());
  }

  @Test
  void nothingTradesInACall() {
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);

    assertEquals(List.of("ACCEPTED 1 BUY 5 at 7500"), alice.heard());
    assertEquals(2, appliance.appliance.liveOrders());
  }

  @Test
  void postOnlyMeansNothingInACall() {
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 3);
    alice.newOrder(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5).flags().postOnly(true);
    alice.send();
    alice.replace(ALICE_ACCOUNT, 1, MIDDLE + TICK, 6).flags().postOnly(true);
    alice.send();
    carol.phase(Phase.CONTINUOUS);

    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5 at 7500",
            "REPLACED 2 BUY 6 at 7505, open 6, LOST",
            "AUCTION 1 BUY 3 at 7500, open 3"),
        alice.heard());
  }

  @Test
  void ordersCanBeReplacedAndCancelledInACall() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    carol.phase(Phase.CALL);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 9);
    alice.replace(ALICE_ACCOUNT, 1, MIDDLE, 4);
    alice.send();
    alice.replace(ALICE_ACCOUNT, 1, MIDDLE + TICK, 7);
    alice.send();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    alice.cancelByClientOrderId(ALICE_ACCOUNT, 4);
    carol.phase(Phase.CONTINUOUS);

    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5 at 7500",
            "REPLACED 2 BUY 4 at 7500, open 4, KEPT",
            "REPLACED 3 BUY 7 at 7505, open 7, LOST",
            "ACCEPTED 4 BUY 5 at 7500",
            "CANCELLED 5 BUY 5 at 7500 REQUESTED",
            "AUCTION 1 BUY 7 at 7500, open 0"),
        alice.heard());
  }

  // ------------------------------------------------------------------ the request itself

  @ParameterizedTest
  @EnumSource(names = {"CONTINUOUS", "CALL", "HALTED", "CLOSED"})
  void thePhaseIsToldToAllAndTheRequestIsAnswered(Phase phase) {
    alice.withAuctions();
    carol.phase(phase);
    carol.phase(phase);

    String status = "STATUS " + phase + " 5500..9500";
    assertEquals(List.of(status, status), alice.heard());
    assertEquals(List.of("DONE 1 template 20 0", "DONE 2 template 20 0"), carol.heard());
  }

  @Test
  void onlyOperatorsChangeThePhase() {
    alice.phase(Phase.HALTED);
    assertEquals(List.of("REFUSED 1 OPERATORS_ONLY template 20"), alice.heard());
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    assertEquals(List.of("ACCEPTED 2 BUY 5 at 7500"), alice.heard());
  }

  @Test
  void aRequestWithAFaultIsAnsweredWithTheFirst() {
    SetPhaseEncoder request = carol.phaseRequest(Phase.HALTED);
    request.clientOrderId(0).instrument(7);
    carol.send();
    carol.phaseRequest(Phase.HALTED).instrument(7);
    carol.send();
    carol.phaseRequest(Phase.HALTED).phase(Phase.NULL_VAL);
    carol.send();

    assertEquals(
        List.of(
            "DONE 0 template 20 CLIENT_ORDER_ID_NOT_RISING",
            "DONE 2 template 20 INSTRUMENT_NOT_DEFINED",
            "DONE 3 template 20 UNSUPPORTED_CODE"),
        carol.heard());
  }

  private void market() {
    alice.order(ALICE_ACCOUNT, Side.BUY, OrderType.MARKET, NO_PRICE, 5, TimeInForce.IOC);
  }
}
