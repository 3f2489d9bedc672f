package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.Side;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An appliance whose card margins orders, as clients see it. */
class MarginTest {
  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;
  private TestClient carol;

  @BeforeEach
  void start() {
    appliance = new TestAppliance(MarginVenue.MARGINED);
    alice = appliance.alice();
    bob = appliance.bob();
    carol = appliance.carol();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void aRefusedOrderIsTakenOnceCashIsDeposited() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("REJECTED 1 MARGIN_INSUFFICIENT"), alice.heard());

    carol.moveCash(ALICE_ACCOUNT, 1_000_000);
    assertEquals(List.of("DONE 1 template 26 0"), carol.heard());
    assertEquals(List.of("CASH 10 by 1000000 to 1000000"), alice.heard());

    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    assertEquals(List.of("ACCEPTED 2 BUY 1 at 7500"), alice.heard());
  }

  @Test
  void aWithdrawalThatWouldTakeFreeBelowZeroIsRefused() {
    carol.moveCash(ALICE_ACCOUNT, 100_000);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1); // needs 18,750, and 76 for its fee
    carol.moveCash(ALICE_ACCOUNT, -81_175);
    carol.moveCash(ALICE_ACCOUNT, -81_174);
    assertEquals(
        List.of(
            "DONE 1 template 26 0",
            "DONE 2 template 26 WITHDRAWAL_BEYOND_FREE",
            "DONE 3 template 26 0"),
        carol.heard());
    assertEquals(
        List.of(
            "CASH 10 by 100000 to 100000",
            "ACCEPTED 1 BUY 1 at 7500",
            "CASH 10 by -81174 to 18826"),
        alice.heard());
  }

  @Test
  void aMarkThatMovesUnderAnOrderReMarginsIt() {
    carol.moveCash(ALICE_ACCOUNT, 100_000);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    carol.mark(MIDDLE - 50 * TICK);
    appliance.tick(1);
    alice.heard();
    alice.margin(ALICE_ACCOUNT);
    assertEquals(
        List.of(
            "MARGIN 2 NONE HEALTHY:"
                + " cash 100000, equity 100000, reserve 5076, initial 18125, maintenance 0"),
        alice.heard());
  }

  @Test
  void anOrderThatAMarkLeavesBehindIsCancelledOnceItsAccountIsBreached() {
    carol.moveCash(ALICE_ACCOUNT, 20_000);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    alice.heard();
    carol.mark(MIDDLE - 50 * TICK);
    assertEquals(
        List.of(
            "INITIAL_BREACHED account 10:"
                + " cash 20000, equity 20000, reserve 5076, initial 18750, maintenance 0",
            "CANCELLED 1 BUY 1 at 7500 MARGIN",
            "HEALTHY account 10:"
                + " cash 20000, equity 20000, reserve 0, initial 0, maintenance 0"),
        alice.heard());
  }

  @Test
  void ordersOfABreachedAccountAreCancelledLatestFirstUntilItIsMet() {
    carol.moveCash(ALICE_ACCOUNT, 60_000);
    for (int i = 1; i <= 3; i++) {
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    }
    alice.limit(ALICE_ACCOUNT, Side.SELL, MIDDLE + 90 * TICK, 1); // of the other side: it stays
    alice.heard();
    carol.mark(MIDDLE - 20 * TICK); // each bid reserves 2,076 now, and 60,000 are too few
    assertEquals(
        List.of(
            "INITIAL_BREACHED account 10:"
                + " cash 60000, equity 60000, reserve 4308, initial 56250, maintenance 0",
            "CANCELLED 3 BUY 1 at 7500 MARGIN",
            "HEALTHY account 10:"
                + " cash 60000, equity 60000, reserve 4232, initial 37500, maintenance 0"),
        alice.heard());
  }

  @Test
  void aWhatIfOrderTellsWhatTheGateWouldSayAndChangesNothing() {
    carol.moveCash(ALICE_ACCOUNT, 20_000);
    alice.heard();
    alice.whatIf(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    alice.whatIf(ALICE_ACCOUNT, Side.BUY, MIDDLE, 2);
    alice.margin(ALICE_ACCOUNT);
    assertEquals(
        List.of(
            "MARGIN 1 NONE HEALTHY:"
                + " cash 20000, equity 20000, reserve 76, initial 18750, maintenance 0",
            "MARGIN 2 MARGIN_INSUFFICIENT INITIAL_BREACHED:"
                + " cash 20000, equity 20000, reserve 152, initial 37500, maintenance 0",
            "MARGIN 3 NONE HEALTHY:"
                + " cash 20000, equity 20000, reserve 0, initial 0, maintenance 0"),
        alice.heard());
  }

  @Test
  void aTradeMovesCashAndCostsFees() {
    carol.moveCash(ALICE_ACCOUNT, 100_000);
    carol.moveCash(BOB_ACCOUNT, 100_000);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 2);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 2);
    alice.heard();
    bob.heard();
    alice.margin(ALICE_ACCOUNT);
    bob.margin(BOB_ACCOUNT);
    assertEquals(
        List.of(
            "MARGIN 2 NONE HEALTHY:"
                + " cash -200031, equity 99969, reserve 0, initial 37500, maintenance 30000"),
        alice.heard());
    assertEquals(
        List.of(
            "MARGIN 2 NONE HEALTHY:"
                + " cash 399849, equity 99849, reserve 0, initial 37500, maintenance 30000"),
        bob.heard());
  }

  @Test
  void anAddOnIsPartOfWhatAnAccountMustHave() {
    carol.moveCash(ALICE_ACCOUNT, 20_000);
    carol.moveAddOn(ALICE_ACCOUNT, MarginVenue.GROUP, 1_200); // it has no portfolio yet
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    carol.moveAddOn(ALICE_ACCOUNT, MarginVenue.GROUP, 1_200);
    carol.moveAddOn(ALICE_ACCOUNT, MarginVenue.GROUP, 1_100);
    carol.moveAddOn(ALICE_ACCOUNT, MarginVenue.GROUP, -1_101);
    assertEquals(
        List.of(
            "DONE 1 template 26 0",
            "DONE 2 template 27 UNKNOWN_PORTFOLIO",
            "DONE 3 template 27 MARGIN_INSUFFICIENT",
            "DONE 4 template 27 0",
            "DONE 5 template 27 ADD_ON_BOUND"),
        carol.heard());
  }

  @Test
  void anOptionsMarkFollowsFromItsUnderlyingAndItsVolatility() {
    carol.moveCash(ALICE_ACCOUNT, 1_000_000);
    alice.newOrder(ALICE_ACCOUNT, Side.BUY, 500 * TICK, 1).instrument(MarginVenue.CALL);
    alice.send();
    alice.margin(ALICE_ACCOUNT);
    carol.mark(MarginVenue.CALL, 500 * TICK);
    carol.volatility(MarginVenue.CALL, 0);
    carol.volatility(TestVenue.INSTRUMENT, 500_000);
    carol.volatility(MarginVenue.CALL, 400_000);
    appliance.tick(1);
    alice.margin(ALICE_ACCOUNT);
    assertEquals(
        List.of(
            "DONE 1 template 26 0",
            "DONE 2 template 24 MARK_OF_OPTION",
            "DONE 3 template 25 VOLATILITY_INVALID",
            "DONE 4 template 25 VOLATILITY_INVALID",
            "DONE 5 template 25 0"),
        carol.heard());
    assertEquals( // its mark moved from 466 ticks to 238
        List.of(
            "CASH 10 by 1000000 to 1000000",
            "ACCEPTED 1 BUY 1 at 2500",
            "MARGIN 2 NONE HEALTHY:"
                + " cash 1000000, equity 1000000, reserve 3426, initial 21299, maintenance 0",
            "MARGIN 3 NONE HEALTHY:"
                + " cash 1000000, equity 1000000, reserve 26226, initial 14764, maintenance 0"),
        alice.heard());
  }

  @Test
  void whatCannotBeIsRefused() {
    carol.mark(MIDDLE + 1);
    carol.mark(99, MIDDLE);
    carol.mark(-4_001 * TICK);
    carol.moveCash(999_999, 1);
    carol.moveCash(ALICE_ACCOUNT, 0);
    alice.moveCash(ALICE_ACCOUNT, 1);
    alice.margin(BOB_ACCOUNT);
    assertEquals(
        List.of(
            "DONE 1 template 24 PRICE_OFF_TICK",
            "DONE 2 template 24 INSTRUMENT_NOT_DEFINED",
            "DONE 3 template 24 PRICE_TOO_LARGE",
            "DONE 4 template 26 ACCOUNT_NOT_YOURS",
            "DONE 5 template 26 AMOUNT_ZERO"),
        carol.heard());
    assertEquals(
        List.of(
            "REFUSED 1 OPERATORS_ONLY template 26",
            "MARGIN 2 ACCOUNT_NOT_YOURS NULL_VAL:"
                + " cash 0, equity 0, reserve 0, initial 0, maintenance 0"),
        alice.heard());
  }
}
