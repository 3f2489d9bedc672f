package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.schema.client.TopOfBookDecoder;
import io.lockstep.schema.client.TradeDecoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order's whole way on one thread, with real media driver, archive and card model. */
class FirstOrderTest {
  @Test
  void twoOrdersMeetAndBothSidesHearOfIt() {
    try (SteppedAppliance appliance =
        new SteppedAppliance(Settings.builder().conclude(), TestVenue.VENUE)) {
      LockstepClient alice = connect(appliance, ALICE, "alice-key");
      LockstepClient bob = connect(appliance, BOB, "bob-key");
      List<String> heard = new ArrayList<>();

      alice.sendLimit(1, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, MIDDLE, 10, TimeInForce.GTC);
      appliance.settle();
      bob.sendLimit(1, BOB_ACCOUNT, INSTRUMENT, Side.SELL, MIDDLE, 4, TimeInForce.GTC);
      appliance.settle();
      alice.poll(new Heard("alice", heard), 10);
      bob.poll(new Heard("bob", heard), 10);

      assertEquals(
          List.of(
              "alice ACCEPTED 10 at 7500",
              "alice top 7500 x 10",
              "alice MAKER 4 at 7500 open 6",
              "alice top 7500 x 6",
              "bob top 7500 x 10",
              "bob ACCEPTED 4 at 7500",
              "bob TAKER 4 at 7500 open 0",
              "bob top 7500 x 6"),
          heard);
      alice.close();
      bob.close();
    }
  }

  private static LockstepClient connect(SteppedAppliance appliance, int participant, String key) {
    return LockstepClient.connect(
        ClientOptions.ipc(appliance.aeron(), participant, key, appliance::step));
  }

  private record Heard(String who, List<String> heard) implements ClientListener {
    @Override
    public void onExecutionReport(ExecutionReportDecoder report) {
      heard.add(who + " " + report.status() + " " + report.quantity() + " at " + report.price());
    }

    @Override
    public void onTrade(TradeDecoder trade) {
      heard.add(
          String.format(
              "%s %s %d at %d open %d",
              who, trade.liquidity(), trade.quantity(), trade.price(), trade.openQuantity()));
    }

    @Override
    public void onTopOfBook(TopOfBookDecoder top) {
      heard.add(who + " top " + top.bidPrice() + " x " + top.bidQuantity());
    }
  }
}
