package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.client.Side;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a risk group follows: realised volatility, reported smiles, contingencies; and fee tiers.
 */
class MarginRulesTest {
  private static final int CASH = 2_000_000;
  private static final Pattern INITIAL = Pattern.compile("initial ([0-9]+)");

  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;
  private TestClient carol;

  @BeforeEach
  void start() {
    appliance = new TestAppliance(MarginVenue.RULED);
    alice = appliance.alice();
    bob = appliance.bob();
    carol = appliance.carol();
    carol.moveCash(ALICE_ACCOUNT, CASH);
    carol.moveCash(BOB_ACCOUNT, CASH);
    hear();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  private void hear() {
    alice.heard();
    bob.heard();
    carol.heard();
  }

  /** Initial margin of Alice's account. */
  private long initial() {
    alice.heard();
    alice.margin(ALICE_ACCOUNT);
    Matcher figure = INITIAL.matcher(alice.heard().get(0));
    assertTrue(figure.find());
    return Long.parseLong(figure.group(1));
  }

  private void trade(int instrument, long price, Side alices, int lots) {
    Side bobs = alices == Side.BUY ? Side.SELL : Side.BUY;
    bob.newOrder(BOB_ACCOUNT, bobs, price, lots).instrument(instrument);
    bob.send();
    alice.newOrder(ALICE_ACCOUNT, alices, price, lots).instrument(instrument);
    alice.send();
    hear();
  }

  // ------------------------------------------------------------------ scan range

  @Test
  void theScanRangeRisesByBoundedStepsWhenMarksSwing() {
    trade(TestVenue.INSTRUMENT, MIDDLE, Side.BUY, 1);
    appliance.tick(5);
    long before = initial();
    assertEquals(18_750, before); // 10 % of 150,000, the group's own, 125 % of it
    carol.mark(MIDDLE + 200 * TICK);
    carol.mark(MIDDLE - 200 * TICK);
    appliance.tick(1);
    carol.mark(MIDDLE);
    for (int i = 0; i < 30; i++) {
      appliance.tick(1); // every other one is staged, with the steps of two
      long now = initial();
      assertTrue(now <= before * 121 / 100 + 1, before + " " + now);
      before = now;
    }
    assertEquals(56_250, before); // the most that it is: 30 %
  }

  // ------------------------------------------------------------------ surface

  @Test
  void theFirstReportHoldsAtOnceAndTheNextMoveItByBoundedSteps() {
    trade(MarginVenue.CALL, 300 * TICK, Side.BUY, 1);
    long before = initial();
    carol.smile(800_000, 800_000, 800_000); // as the call's own
    appliance.tick(1);
    assertEquals(before, initial(), 2); // time has gone on
    carol.smile(400_000, 400_000, 400_000);
    appliance.tick(3);
    long first = initial();
    appliance.tick(2);
    long second = initial();
    appliance.tick(20);
    long last = initial();
    assertTrue(before > first && first > second && second > last, before + " " + first);
    appliance.tick(3);
    assertEquals(last, initial(), 2); // there it stays
  }

  @Test
  void volatilitiesFollowTheSurfaceAndWhatItCannotTakeIsRefused() {
    carol.volatility(MarginVenue.CALL, 500_000);
    carol.smile(49_999, 800_000, 800_000);
    carol.smile(800_000, 800_000, 5_000_001);
    carol.smile(0, 0, 0);
    carol.smile(50_000, 800_000, 5_000_000);
    assertEquals(
        List.of(
            "DONE 3 template 25 VOLATILITY_OF_SURFACE",
            "DONE 4 template 32 VOLATILITY_INVALID",
            "DONE 5 template 32 VOLATILITY_INVALID",
            "DONE 6 template 32 VOLATILITY_INVALID",
            "DONE 7 template 32 0"),
        carol.heard());
  }

  @Test
  void aStaleSmileWidensTheMovesOfVolatilityAndANewReportNarrowsThem() {
    trade(MarginVenue.CALL, 600 * TICK, Side.SELL, 10);
    carol.smile(800_000, 800_000, 800_000);
    appliance.tick(1);
    long fresh = initial();
    appliance.tick(20);
    long stale = initial();
    assertTrue(stale > fresh * 101 / 100, fresh + " " + stale);
    carol.smile(800_000, 800_000, 800_000);
    appliance.tick(4);
    assertTrue(initial() < stale);
  }

  // ------------------------------------------------------------------ contingencies

  @Test
  void whatNoScenarioSeesIsChargedAtATickAndLeavesWithThePosition() {
    trade(TestVenue.INSTRUMENT, MIDDLE, Side.BUY, 2);
    trade(MarginVenue.CALL, 400 * TICK, Side.SELL, 2);
    long before = initial();
    appliance.tick(1);
    long charged = initial() - before;
    assertTrue(charged > 900, "basis: " + charged);
    trade(TestVenue.INSTRUMENT, MIDDLE, Side.SELL, 2);
    trade(MarginVenue.CALL, 400 * TICK, Side.BUY, 2);
    appliance.tick(1);
    assertEquals(0, initial());
  }

  @Test
  void nobodyElseMovesTheHostsPartOfAnAddOn() {
    trade(TestVenue.INSTRUMENT, MIDDLE, Side.BUY, 2);
    trade(MarginVenue.CALL, 400 * TICK, Side.SELL, 2);
    appliance.tick(1);
    carol.moveAddOn(ALICE_ACCOUNT, MarginVenue.GROUP, -1);
    carol.moveAddOn(ALICE_ACCOUNT, MarginVenue.GROUP, 500);
    carol.moveAddOn(ALICE_ACCOUNT, MarginVenue.GROUP, -501);
    carol.moveAddOn(ALICE_ACCOUNT, MarginVenue.GROUP, -500);
    assertEquals(
        List.of(
            "DONE 3 template 27 ADD_ON_BOUND",
            "DONE 4 template 27 0",
            "DONE 5 template 27 ADD_ON_BOUND",
            "DONE 6 template 27 0"),
        carol.heard());
  }

  @Test
  void aChargeThatAnAccountCannotBearBreachesItAndCallsItsOrders() {
    trade(TestVenue.INSTRUMENT, MIDDLE, Side.BUY, 2);
    trade(MarginVenue.CALL, 400 * TICK, Side.SELL, 2);
    alice.margin(ALICE_ACCOUNT);
    String figures = alice.heard().get(0);
    long equity = Long.parseLong(figures.replaceAll(".*equity (-?[0-9]+).*", "$1"));
    carol.moveCash(ALICE_ACCOUNT, initial() - equity + 19_000); // one bid more, and no charge
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - 5 * TICK, 1);
    alice.heard();
    appliance.tick(1);
    List<String> heard = alice.heard();
    assertTrue(heard.get(0).startsWith("INITIAL_BREACHED"), heard.toString());
    assertTrue(heard.get(1).endsWith("MARGIN"), heard.toString());
    assertTrue(heard.get(2).startsWith("HEALTHY"), heard.toString());
  }

  // ------------------------------------------------------------------ questions

  @Test
  void aWhatIfPortfolioIsMarginedAsItWouldBeIfItWereHeld() {
    alice.whatIf(ALICE_ACCOUNT, 3, -5);
    String thought = alice.heard().get(0).replaceFirst("MARGIN [0-9]+ ", "");
    trade(TestVenue.INSTRUMENT, MIDDLE, Side.BUY, 3);
    alice.whatIf(ALICE_ACCOUNT, 0, -5);
    String half = alice.heard().get(0);
    trade(MarginVenue.CALL, 400 * TICK, Side.SELL, 5);
    alice.margin(ALICE_ACCOUNT);
    String held = alice.heard().get(0);
    assertEquals(requirements(thought), requirements(held));
    assertEquals(requirements(half), requirements(held));
    assertTrue(thought.contains("equity " + CASH), thought); // at the marks nothing is lost
  }

  private static String requirements(String figures) {
    return figures.substring(figures.indexOf("initial"));
  }

  @Test
  void aWhatIfPortfolioThatCannotBeIsRefused() {
    alice.whatIf(ALICE_ACCOUNT, 100_001, 0);
    alice.whatIf(ALICE_ACCOUNT, Integer.MIN_VALUE, 0);
    alice.whatIf(BOB_ACCOUNT, 1, 0);
    String none = " NULL_VAL: cash 0, equity 0, reserve 0, initial 0, maintenance 0";
    assertEquals(
        List.of(
            "MARGIN 1 POSITION_BOUND" + none,
            "MARGIN 2 POSITION_BOUND" + none,
            "MARGIN 3 ACCOUNT_NOT_YOURS" + none),
        alice.heard());
  }

  @Test
  void followedGreeksAreToldNowAndAgainUntilNoMore() {
    trade(TestVenue.INSTRUMENT, MIDDLE, Side.BUY, 2);
    alice.withGreeks();
    alice.followGreeks(BOB_ACCOUNT, 1);
    alice.followGreeks(ALICE_ACCOUNT, 1);
    assertEquals(
        List.of("DONE 2 template 18 ACCOUNT_NOT_YOURS", "DONE 3 template 18 0"), alice.heard());
    appliance.tick(1);
    String greeks = "GREEKS 3 group 0: delta 40, gamma 0, vega 0, theta 0, rho 0";
    assertEquals(List.of(greeks), alice.heard());
    appliance.tick(900); // a millisecond is a thousand ticks
    assertEquals(List.of(), alice.heard());
    appliance.tick(200);
    assertEquals(List.of(greeks), alice.heard());
    alice.followGreeks(ALICE_ACCOUNT, 0);
    appliance.tick(1_100);
    assertEquals(List.of("DONE 4 template 18 0"), alice.heard());
  }

  // ------------------------------------------------------------------ fee tiers

  @Test
  void ordersPayTheRatesOfTheTierThatTheyEnteredWith() {
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 1);
    carol.feeTier(ALICE_ACCOUNT, 1);
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE - TICK, 1);
    carol.feeTier(ALICE_ACCOUNT, 8);
    carol.feeTier(999_999, 1);
    assertEquals(
        List.of(
            "DONE 3 template 29 0",
            "DONE 4 template 29 FEE_TIER_INVALID",
            "DONE 5 template 29 ACCOUNT_NOT_YOURS"),
        carol.heard());
    alice.heard();
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - TICK, 2);
    alice.heard();
    alice.margin(ALICE_ACCOUNT);
    String cash = "cash " + (CASH - 2 * 149_900 - 15 + 14); // a fee, and a rebate
    assertTrue(alice.heard().get(0).contains(cash), cash);
  }
}
