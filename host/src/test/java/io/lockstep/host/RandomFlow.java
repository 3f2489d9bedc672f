package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_GROUPED;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;

import io.lockstep.schema.client.MassCancelEncoder;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.Random;

/**
 * Random requests of every kind, of Alice and Bob in turns, and now and then of Carol, who runs the
 * venue. A seed gives the same requests in the same order of the log.
 */
final class RandomFlow {
  private static final int BURST = 8;

  /** Bursts between Carol's requests, which are seldom, since what follows drains the engine. */
  private static final int BURSTS_OF_CLIENTS = 25;

  private static final int OPERATORS_REQUESTS = 3;

  private final Random random;
  private final TestAppliance appliance;
  private final TestClient alice;
  private final TestClient bob;
  private final TestClient carol;

  /** What happens between two bursts. */
  private Runnable pause;

  RandomFlow(
      long seed, TestAppliance appliance, TestClient alice, TestClient bob, TestClient carol) {
    random = new Random(seed);
    this.appliance = appliance;
    this.alice = alice;
    this.bob = bob;
    this.carol = carol;
    alice.settles = false;
    bob.settles = false;
    pause = appliance::settle;
  }

  /**
   * Something else than to settle between two bursts; the log then depends on the agents' order.
   */
  RandomFlow pausing(Runnable instead) {
    pause = instead;
    carol.settles = false;
    return this;
  }

  /** Sends so many requests, beside Carol's, and settles them. */
  void run(int requests) {
    for (int i = 0; i < requests; i++) {
      int burst = i / BURST;
      if (i % BURST == 0) {
        pause.run(); // within a burst, only one client sends: its order is the log's order
        boolean carols = burst % BURSTS_OF_CLIENTS == BURSTS_OF_CLIENTS - 1;
        for (int k = 0; carols && k < OPERATORS_REQUESTS; k++) {
          operate();
        }
      }
      send(burst % 2 == 0 ? alice : bob);
    }
    appliance.settle();
  }

  /** An operator's request; what follows from it is more than fits in flight now and then. */
  private void operate() {
    switch (random.nextInt(7)) {
      case 0 ->
          carol.band((1_499 - random.nextInt(10)) * TICK, (1_501 + random.nextInt(10)) * TICK);
      case 1 -> carol.window((1_480 + random.nextInt(20)) * TICK); // refused if the band is lower
      case 2 -> carol.phase(Phase.HALTED);
      case 3, 4 -> carol.phase(Phase.CALL);
      default -> carol.phase(Phase.CONTINUOUS);
    }
  }

  private void send(TestClient who) {
    boolean grouped = random.nextInt(4) == 0;
    int alices = grouped ? ALICE_GROUPED : ALICE_ACCOUNT;
    int account = who == alice ? alices : grouped ? BOB_GROUPED : BOB_ACCOUNT;
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long quantity = random.nextInt(20); // 0 is refused
    long price = MIDDLE + (random.nextInt(21) - 10) * TICK;
    switch (random.nextInt(20)) {
      case 0, 1 -> who.cancel(account, Math.max(0, who.lastOrderId() - random.nextInt(5)));
      case 2 -> who.cancelByClientOrderId(account, who.lastClientOrderId() - random.nextInt(4));
      case 3 ->
          who.order(
              account,
              side,
              OrderType.MARKET,
              NewOrderEncoder.priceNullValue(),
              quantity,
              TimeInForce.IOC);
      case 4 -> who.order(account, side, OrderType.LIMIT, price, quantity, TimeInForce.FOK);
      case 5, 6 -> {
        who.newOrder(account, side, price, quantity).flags().postOnly(true);
        who.send();
      }
      case 7 -> {
        who.newOrder(account, side, price, quantity)
            .timeInForce(TimeInForce.IOC)
            .flags()
            .reduceOnly(true);
        who.send();
      }
      case 8, 9, 10 -> {
        long order = who.lastClientOrderId() - random.nextInt(8);
        who.replace(account, order, price, quantity).selfTradePrevention(mode());
        who.send();
      }
      case 11 -> who.limit(account, Side.BUY, price - 520 * TICK, quantity); // behind the window
      case 12 -> {
        if (random.nextInt(10) == 0) {
          MassCancelEncoder scope = who.massCancel();
          if (random.nextBoolean()) {
            scope.account(account);
          }
          who.send();
        } else {
          who.limit(account, Side.SELL, price - 520 * TICK, quantity); // ahead of it
        }
      }
      default -> {
        who.newOrder(account, side, price, quantity).selfTradePrevention(mode());
        who.send();
      }
    }
  }

  private SelfTradePrevention mode() {
    return SelfTradePrevention.get((short) random.nextInt(3));
  }
}
