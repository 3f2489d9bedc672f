package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_GROUPED;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;

import io.lockstep.schema.client.Side;
import java.util.Random;

/**
 * Random requests at a venue with margin: those of {@link RandomFlow}, orders of the call, and what
 * an operator does to marks, volatilities, cash, add-ons and fee tiers. Accounts are now and then
 * breached.
 */
final class MarginFlow {
  private static final int REQUESTS_A_PART = 30;
  private static final int[] ACCOUNTS = {ALICE_ACCOUNT, ALICE_GROUPED, BOB_ACCOUNT, BOB_GROUPED};
  private static final int CASH = 1_500_000;

  private final Random random;
  private final TestAppliance appliance;
  private final TestClient alice;
  private final TestClient bob;
  private final TestClient carol;
  private final RandomFlow orders;

  MarginFlow(long seed, TestAppliance appliance) {
    random = new Random(seed);
    this.appliance = appliance;
    alice = appliance.alice();
    bob = appliance.bob();
    carol = appliance.carol();
    for (int account : ACCOUNTS) {
      carol.moveCash(account, CASH + random.nextInt(CASH));
    }
    orders = new RandomFlow(seed, appliance, alice, bob, carol);
  }

  /** Sends about so many requests, and settles them. */
  void run(int requests) {
    for (int sent = 0; sent < requests; sent += REQUESTS_A_PART) {
      orders.run(REQUESTS_A_PART);
      calls();
      operate();
      appliance.tick(random.nextInt(3));
    }
  }

  /** Orders of the call. */
  private void calls() {
    for (int i = 0; i < 6; i++) {
      TestClient who = random.nextBoolean() ? alice : bob;
      int account = who == alice ? ALICE_ACCOUNT : BOB_ACCOUNT;
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long price = (470 + random.nextInt(20)) * TICK;
      who.newOrder(account, side, price, 1 + random.nextInt(10)).instrument(MarginVenue.CALL);
      who.send();
      appliance.settle();
    }
  }

  private void operate() {
    int account = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> carol.mark(INSTRUMENT, MIDDLE + (random.nextInt(161) - 80) * TICK);
      case 3 -> carol.mark(INSTRUMENT, MIDDLE);
      case 4 -> carol.volatility(MarginVenue.CALL, volatility());
      case 5 -> carol.moveCash(account, random.nextInt(2 * CASH) - CASH);
      case 6 -> carol.moveAddOn(account, MarginVenue.GROUP, random.nextInt(CASH) - CASH / 2);
      case 7 ->
          carol.moveAsset(
              account, MarginVenue.CUSTODIAN, MarginVenue.ASSET, random.nextInt(20) - 8);
      case 8 -> carol.mark(MarginVenue.ASSET, (900 + random.nextInt(200)) * TICK);
      case 9, 10 -> carol.smile(volatility(), volatility(), volatility());
      case 11 -> carol.feeTier(account, random.nextInt(2));
      case 12 -> {
        alice.followGreeks(ALICE_ACCOUNT, random.nextInt(3));
        alice.whatIf(ALICE_ACCOUNT, random.nextInt(200) - 100, random.nextInt(200) - 100);
        appliance.settle();
      }
      default -> {
        alice.whatIf(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1 + random.nextInt(100));
        alice.margin(ALICE_ACCOUNT);
        appliance.settle();
      }
    }
  }

  private int volatility() {
    return 300_000 + random.nextInt(1_000_000);
  }
}
