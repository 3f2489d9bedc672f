package io.lockstep.host.demo;

import java.util.Random;

/** How a participant of the demo trades. */
enum Style {
  /** Quotes both sides round the fair price, and cancels quotes that the price has left behind. */
  MARKET_MAKER {
    @Override
    DemoRequest next(Participant self, int instrument, int fair, Random random) {
      OwnOrders orders = self.orders();
      int half = self.halfSpreadTicks();
      OpenOrder stale = orders.oldest(instrument, order -> isStale(order, fair, half));
      if (stale != null) {
        return DemoRequest.cancel(self.index(), stale);
      }
      int bids = orders.count(instrument, true);
      int asks = orders.count(instrument, false);
      if (bids + asks >= 2 * QUOTES_A_SIDE) {
        return DemoRequest.cancel(self.index(), orders.any(instrument, random));
      }
      boolean buy = bids == asks ? random.nextBoolean() : bids < asks;
      int away = half + random.nextInt(QUOTES_A_SIDE);
      int price = buy ? fair - away : fair + away;
      return DemoRequest.limit(self.index(), instrument, buy, price, 1 + random.nextInt(50));
    }

    private boolean isStale(OpenOrder order, int fair, int half) {
      int away = order.buy() ? fair - order.priceTicks() : order.priceTicks() - fair;
      return away < half || away > half + 2 * QUOTES_A_SIDE;
    }
  },

  /** Takes what is there, at a price or at any. */
  TAKER {
    @Override
    DemoRequest next(Participant self, int instrument, int fair, Random random) {
      boolean buy = random.nextBoolean();
      int quantity = 1 + random.nextInt(40) * (random.nextInt(8) == 0 ? 5 : 1);
      if (random.nextInt(3) == 0) {
        return DemoRequest.market(self.index(), instrument, buy, quantity);
      }
      int through = 1 + random.nextInt(5);
      int price = buy ? fair + through : fair - through;
      return DemoRequest.immediate(self.index(), instrument, buy, price, quantity);
    }
  },

  /** Lets orders rest further from the price, and thinks better of some. */
  INVESTOR {
    @Override
    DemoRequest next(Participant self, int instrument, int fair, Random random) {
      OwnOrders orders = self.orders();
      if (orders.count(instrument) >= RESTING_MAX
          || orders.count(instrument) > 0 && random.nextInt(4) == 0) {
        return DemoRequest.cancel(self.index(), orders.any(instrument, random));
      }
      boolean buy = random.nextBoolean();
      int away = random.nextInt(30) - 1;
      int price = buy ? fair - away : fair + away;
      OpenOrder crossed =
          orders.oldest(
              instrument,
              order ->
                  order.buy() != buy
                      && (buy ? order.priceTicks() <= price : order.priceTicks() >= price));
      return crossed != null
          ? DemoRequest.cancel(self.index(), crossed)
          : DemoRequest.limit(self.index(), instrument, buy, price, 1 + random.nextInt(100));
    }
  };

  private static final int QUOTES_A_SIDE = 6;
  private static final int RESTING_MAX = 60;

  /**
   * What the participant does on its turn. No participant meets an order of its own.
   *
   * @param fair price in ticks.
   */
  abstract DemoRequest next(Participant self, int instrument, int fair, Random random);
}
