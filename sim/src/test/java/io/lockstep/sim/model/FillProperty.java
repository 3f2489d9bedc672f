package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.sim.model.MarginMarket.Listed;
import java.util.List;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * With marks fixed and reserves exact an order in never raises free equity, no fill lowers it for
 * either side, whichever bank a portfolio is of, and maintenance margin is never above initial
 * margin. A dry run just before an order tells free with the order in and nothing of it filled.
 */
final class FillProperty {
  private static final int STEPS = 80;

  private final MarginMarket market;
  private int fills;

  private FillProperty(MarginMarket market) {
    this.market = market;
  }

  /** Tries one seed on a card after a reset; how many fills there were. */
  static int check(Function<UnsafeBuffer, List<UnsafeBuffer>> card, long seed, int scenarios) {
    FillProperty check = new FillProperty(new MarginMarket(card, seed, scenarios, false));
    for (int step = 0; step < STEPS; step++) {
      check.step();
    }
    return check.fills;
  }

  private void step() {
    if (market.chance(6)) {
      market.moveArrays();
    } else if (market.chance(10)) {
      long amount = market.random.nextInt(4_000) - 2_000;
      market.send(TestMargin.adjust(account(), amount).bySystem().bytes);
    } else if (market.chance(10)) {
      market.cancelAny(market.view(), account());
    } else {
      enter();
    }
    for (MarginView.Portfolio of : market.view().portfolios) {
      assertTrue(of.maintenance() <= of.initial(), "maintenance margin above initial margin");
    }
  }

  private int account() {
    return 1 + market.random.nextInt(MarginMarket.ACCOUNTS);
  }

  private void enter() {
    int account = account();
    Listed of = market.anyInstrument();
    int price = of.mark() - 5 + market.random.nextInt(11);
    int lots = 1 + market.random.nextInt(5);
    TestCommand order = market.order(account, of, market.random.nextBoolean(), price, lots);
    if (market.chance(25)) {
      order.immediateOrCancel();
    }
    UnsafeBuffer bytes = new UnsafeBuffer(order.bytes.byteArray().clone());
    List<UnsafeBuffer> supposed = market.send(order.dryRun().bytes);
    if (supposed.stream().anyMatch(e -> MarginMarket.isA(e, AcceptedDecoder.TEMPLATE_ID))) {
      MarginStatusDecoder with =
          new MarginStatusDecoder().wrap(supposed.get(supposed.size() - 1), 0, 64, 1);
      checkFills(account, bytes, with.equity() - with.reserve() - with.initialMargin());
    }
  }

  private void checkFills(int account, UnsafeBuffer order, long freeWith) {
    MarginView before = market.view();
    fills += MarginMarket.trades(market.send(order)).size();
    MarginView after = market.view();
    assertTrue(freeWith <= before.free(account), "an order in raises free");
    assertTrue(after.free(account) >= freeWith, "a fill lowers the taker's free");
    for (long other = 1; other <= MarginMarket.ACCOUNTS; other++) {
      if (other != account) {
        assertTrue(after.free(other) >= before.free(other), "a fill lowers the maker's free");
      }
    }
  }
}
