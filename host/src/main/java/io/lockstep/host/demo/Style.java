package io.lockstep.host.demo;

import io.lockstep.host.demo.DemoRequest.Kind;
import java.util.Random;

/** How a participant of the demo trades. */
enum Style {
  /**
   * Quotes both sides round the fair price, post-only; moves or cancels quotes that the price has
   * left behind, and now and then takes all away.
   */
  MARKET_MAKER {
    @Override
    DemoRequest next(Participant self, int instrument, int fair, Random random) {
      OwnOrders orders = self.orders();
      int half = self.halfSpreadTicks();
      if (random.nextInt(TURNS_A_MASS_CANCEL) == 0) {
        return DemoRequest.massCancel(self.index(), instrument);
      }
      OpenOrder stale = orders.oldest(instrument, order -> isStale(order, fair, half));
      if (stale != null) {
        return moveOrCancel(stale, fair, half, random);
      }
      int bids = orders.count(instrument, true);
      int asks = orders.count(instrument, false);
      if (bids + asks >= 2 * QUOTES_A_SIDE) {
        return moveOrCancel(orders.any(instrument, random), fair, half, random);
      }
      boolean buy = bids == asks ? random.nextBoolean() : bids < asks;
      int price = quote(buy, fair, half, random);
      return DemoRequest.order(
          self.index(), instrument, Kind.POST_ONLY, buy, price, 1 + random.nextInt(50));
    }

    private DemoRequest moveOrCancel(OpenOrder order, int fair, int half, Random random) {
      return random.nextBoolean()
          ? DemoRequest.cancel(order)
          : DemoRequest.replace(order, quote(order.buy(), fair, half, random));
    }

    private int quote(boolean buy, int fair, int half, Random random) {
      int away = half + random.nextInt(QUOTES_A_SIDE);
      return buy ? fair - away : fair + away;
    }

    private boolean isStale(OpenOrder order, int fair, int half) {
      int away = order.buy() ? fair - order.priceTicks() : order.priceTicks() - fair;
      return away < half || away > half + 2 * QUOTES_A_SIDE;
    }
  },

  /** Takes what is there: at a price or at any, all or nothing, or to close a position. */
  TAKER {
    @Override
    DemoRequest next(Participant self, int instrument, int fair, Random random) {
      boolean buy = random.nextBoolean();
      int quantity = 1 + random.nextInt(40) * (random.nextInt(8) == 0 ? 5 : 1);
      Kind kind = KINDS[random.nextInt(KINDS.length)];
      int through = 1 + random.nextInt(5);
      int price = kind == Kind.MARKET ? 0 : buy ? fair + through : fair - through;
      return DemoRequest.order(self.index(), instrument, kind, buy, price, quantity);
    }
  },

  /** Lets orders rest further from the price, and thinks better of some. */
  INVESTOR {
    @Override
    DemoRequest next(Participant self, int instrument, int fair, Random random) {
      OwnOrders orders = self.orders();
      if (orders.count(instrument) >= RESTING_MAX
          || orders.count(instrument) > 0 && random.nextInt(4) == 0) {
        return DemoRequest.cancel(orders.any(instrument, random));
      }
      boolean buy = random.nextBoolean();
      int away = random.nextInt(30) - 1;
      int price = buy ? fair - away : fair + away;
      return DemoRequest.order(
          self.index(), instrument, Kind.LIMIT, buy, price, 1 + random.nextInt(100));
    }
  };

  private static final int QUOTES_A_SIDE = 6;
  private static final int RESTING_MAX = 60;
  private static final int TURNS_A_MASS_CANCEL = 5_000;

  /** Of a taker, as often as they stand here. */
  private static final Kind[] KINDS = {
    Kind.MARKET,
    Kind.MARKET,
    Kind.IMMEDIATE,
    Kind.IMMEDIATE,
    Kind.IMMEDIATE,
    Kind.FILL_OR_KILL,
    Kind.FILL_OR_KILL,
    Kind.REDUCE_ONLY
  };

  /**
   * What the participant does on its turn.
   *
   * @param fair price in ticks.
   */
  abstract DemoRequest next(Participant self, int instrument, int fair, Random random);
}
