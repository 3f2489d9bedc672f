package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.CAROL;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.Liquidity;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TradeDecoder;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * Once warm, an order's way through a call and its auction allocates nothing, from the client and
 * back; a change of phase makes an object or two. As in {@link AllocationTest}, less than one byte
 * an order means that nothing is made for each.
 */
class CallAllocationTest implements ClientListener {
  private static final int CALLS = 40;
  private static final int ORDERS_A_CALL = 1_000;
  private static final int ORDERS = CALLS * ORDERS_A_CALL;
  private static final int ROUNDS_MAX = 6;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Requests requests = new Requests();
  private SteppedAppliance appliance;
  private LockstepClient alice;
  private LockstepClient carol;
  private long nextId = 1;
  private long auctioned;
  private long indicated;

  @Test
  void anOrderOfACallAllocatesNothing() {
    Settings settings =
        TestAppliance.settings()
            .logClock(Settings.LogClock.WALL)
            .heartbeatIntervalMs(600_000)
            .conclude();
    try (SteppedAppliance started = new SteppedAppliance(settings, TestVenue.VENUE)) {
      appliance = started;
      alice = connect(ALICE, "alice-key");
      carol = connect(CAROL, "carol-key");
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS_MAX && least >= ORDERS; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int call = 0; call < CALLS; call++) {
          auction();
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }

      assertTrue(auctioned > ORDERS / 4, auctioned + " fills");
      assertTrue(indicated > ORDERS / 4, indicated + " indicative prices");
      assertTrue(least < ORDERS, least + " bytes for " + ORDERS + " orders");
    }
  }

  private LockstepClient connect(int participant, String key) {
    return LockstepClient.connect(
        ClientOptions.ipc(appliance.aeron(), participant, key, appliance::step));
  }

  private void auction() {
    requests.setPhase(nextId++, INSTRUMENT, Phase.CALL);
    send(carol);
    for (int i = 0; i < ORDERS_A_CALL; i++) {
      Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
      int account = i % 2 == 0 ? ALICE_ACCOUNT : ALICE_GROUPED;
      long price = MIDDLE + (i * 7 % 41 - 20) * TICK;
      requests.limit(nextId++, account, INSTRUMENT, side, price, 1 + i % 5);
      send(alice);
    }
    requests.setPhase(nextId++, INSTRUMENT, Phase.CONTINUOUS);
    send(carol);
    requests.massCancel(nextId++);
    send(carol);
  }

  private void send(LockstepClient client) {
    client.send(requests);
    appliance.settle();
    while (alice.poll(this, 100) + carol.poll(this, 100) > 0) {
      // until all is heard
    }
  }

  @Override
  public void onTrade(TradeDecoder trade) {
    auctioned += trade.liquidity() == Liquidity.AUCTION ? 1 : 0;
  }

  @Override
  public void onIndicativeAuction(IndicativeAuctionDecoder indicative) {
    indicated++;
  }
}
