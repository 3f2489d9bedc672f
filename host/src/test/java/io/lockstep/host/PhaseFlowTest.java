package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random orders, and between them random changes of phase, band and window.
 *
 * <p>Moving the window, halting and resuming, or a call of a book in which nothing crosses take
 * orders out of the card's book and put them back. None of it may show: the same orders with and
 * without it must trade the same, in every piece and in the same order.
 */
class PhaseFlowTest {
  private static final int BURSTS = 120;
  private static final int BURST = 5;
  private static final String NOTHING = "0 at no price, imbalance 0";

  /** The window's base at the start, ticks; the band begins 100 ticks above. */
  private static final int BASE = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void movesOfTheWindowDoNotShow(long seed) {
    Flow still = new Flow(seed);
    Flow moved = new Flow(seed);
    List<String> expected = still.run(Settings.builder().conclude(), (carol, random) -> {});
    List<String> reports =
        moved.run(
            Settings.builder().conclude(),
            (carol, random) -> carol.window((BASE + random.nextInt(200) - 100) * TICK));

    assertEquals(expected, reports, "seed " + seed);
    assertTrue(expected.stream().filter(line -> line.startsWith("TAKER")).count() > 50);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void aHaltOrACallWithoutOrdersDoesNotShow(long seed) {
    List<String> expected =
        new Flow(seed).run(Settings.builder().conclude(), (carol, random) -> {});
    List<String> reports =
        new Flow(seed)
            .run(
                Settings.builder().conclude(),
                (carol, random) -> {
                  carol.phase(random.nextBoolean() ? Phase.CALL : Phase.HALTED);
                  carol.phase(random.nextBoolean() ? Phase.CALL : Phase.HALTED);
                  carol.window((BASE + random.nextInt(200) - 100) * TICK);
                  carol.phase(random.nextBoolean() ? Phase.CONTINUOUS : Phase.CLOSED);
                  carol.phase(Phase.CONTINUOUS);
                });

    assertEquals(expected, reports, "seed " + seed);
  }

  @Test
  void theSameLogGivesTheSameOutputForAnyNumberOfCommandsInFlight() {
    String expected = null;
    for (int inFlight : new int[] {1, 7, 256}) {
      Flow flow = new Flow(8);
      flow.run(
          TestAppliance.settings().commandsInFlight(inFlight).conclude(), PhaseFlowTest::anything);
      expected = expected == null ? flow.outputHash : expected;
      assertEquals(expected, flow.outputHash, inFlight + " commands in flight");
    }
    Flow other = new Flow(9);
    other.run(TestAppliance.settings().conclude(), PhaseFlowTest::anything);
    assertNotEquals(expected, other.outputHash);
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12})
  void anAuctionDoesWhatWasLastIndicated(long seed) {
    Flow flow = new Flow(seed);
    flow.run(TestAppliance.settings().conclude(), PhaseFlowTest::anything);

    String indicated = NOTHING;
    int trading = 0;
    for (String line : flow.phases) {
      if (line.startsWith("WOULD ")) {
        indicated = line.substring("WOULD ".length());
      } else if (line.startsWith("AUCTION ")) {
        assertEquals("AUCTION " + indicated, line, "seed " + seed);
        trading += indicated.equals(NOTHING) ? 0 : 1;
        indicated = NOTHING;
      }
    }
    assertTrue(trading > 1, trading + " auctions traded");
  }

  private static void anything(TestClient carol, Random random) {
    int low = 1_100 + random.nextInt(390);
    switch (random.nextInt(6)) {
      case 0 -> carol.window((BASE + random.nextInt(200) - 100) * TICK);
      case 1 -> carol.band(low * TICK, (1_510 + random.nextInt(300)) * TICK);
      case 2 -> carol.phase(Phase.HALTED);
      case 3 -> carol.phase(Phase.CALL);
      default -> carol.phase(Phase.CONTINUOUS);
    }
  }

  /** One run of random requests, in bursts; the same seed gives the same requests. */
  private static final class Flow {
    private final Random orders;
    private final Random moves;
    private final long seed;
    private String outputHash;

    /** What the operator was told. */
    private List<String> phases;

    Flow(long seed) {
      this.seed = seed;
      orders = new Random(seed);
      moves = new Random(-seed);
    }

    /** Answers all that Alice and Bob were told of their orders. */
    List<String> run(Settings settings, BiConsumer<TestClient, Random> between) {
      Card card = new LateCard(Cards.open(Cards.MODEL), seed);
      try (TestAppliance appliance = new TestAppliance(settings, card)) {
        TestClient alice = appliance.alice();
        TestClient bob = appliance.bob();
        TestClient carol = appliance.carol().withAuctions();
        alice.settles = false;
        bob.settles = false;
        for (int burst = 0; burst < BURSTS; burst++) {
          for (int i = 0; i < BURST; i++) {
            send(burst % 2 == 0 ? alice : bob, burst % 2 == 0 ? ALICE_ACCOUNT : BOB_ACCOUNT);
          }
          appliance.settle();
          if (burst % 4 == 3) {
            between.accept(carol, moves);
          }
        }
        sellThroughAllBids(alice, carol);
        outputHash = appliance.appliance.outputHash().toString();
        phases = carol.heard();
        List<String> reports = new ArrayList<>(alice.heard());
        reports.addAll(bob.heard());
        return reports;
      }
    }

    /** Shows the place of every bid, near and far: all trade, with an account of no other order. */
    private void sellThroughAllBids(TestClient alice, TestClient carol) {
      long lowest = (BASE - 100) * TICK;
      carol.phase(Phase.CONTINUOUS);
      carol.window(lowest);
      carol.band(lowest, 1_900 * TICK);
      alice.settles = true;
      alice.limit(ALICE_GROUPED, Side.SELL, lowest, 10_000);
    }

    private void send(TestClient who, int account) {
      Side side = orders.nextBoolean() ? Side.BUY : Side.SELL;
      long lots = 1 + orders.nextInt(9);
      long near = MIDDLE + (orders.nextInt(11) - 5) * TICK;
      // Few prices at the window's end, where it comes and goes, so that several orders share one.
      long far = (BASE - 60 + 20 * orders.nextInt(7)) * TICK;
      long own = Math.max(1, who.lastClientOrderId() - orders.nextInt(40));
      switch (orders.nextInt(8)) {
        case 0 -> who.cancelByClientOrderId(account, own);
        case 1 -> {
          who.replace(account, own, orders.nextBoolean() ? near : far, lots);
          who.send();
        }
        case 2, 3 -> who.limit(account, Side.BUY, far, lots);
        case 4 -> who.order(account, side, OrderType.LIMIT, near, lots, TimeInForce.IOC);
        case 5 -> who.order(account, Side.SELL, OrderType.LIMIT, far, lots, TimeInForce.IOC);
        default -> who.limit(account, side, near, lots);
      }
    }
  }
}
