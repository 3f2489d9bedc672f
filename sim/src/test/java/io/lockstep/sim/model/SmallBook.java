package io.lockstep.sim.model;

import io.lockstep.sim.model.MarginTerms.Array;
import io.lockstep.sim.model.MarginTerms.Fees;
import io.lockstep.sim.model.MarginTerms.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One account's few positions and orders, drawn from a seed, small enough that every set of fills
 * can be tried: up to three instruments in two groups, up to five orders of up to three lots.
 */
final class SmallBook {
  static final int ACCOUNT = 1;

  private static final int MOST_ORDERS = 5;
  private static final int MOST_LOTS = 3;
  private static final int[] MIDDLES = {250, -3, 900};

  /** An instrument and the account's position in it. */
  record Holding(int instrument, int middle, Terms terms, Array array, Fees fees, int lots) {}

  /** An order as it is sent; prices are limits. */
  record Order(long id, Holding of, boolean isBid, int price, int lots) {
    int side() {
      return isBid ? 1 : -1;
    }
  }

  final List<Holding> holdings = new ArrayList<>();
  final List<Order> orders = new ArrayList<>();
  final int[] initialFactors = new int[2];
  final int[] maintenanceFactors = new int[2];
  final long[] addOns = new long[2];
  final long cash;
  final Random random;

  SmallBook(long seed, int scenarios) {
    random = new Random(seed);
    RandomTerms terms = new RandomTerms(random, scenarios);
    int instruments = 1 + random.nextInt(MIDDLES.length);
    for (int instrument = 0; instrument < instruments; instrument++) {
      int middle = MIDDLES[instrument];
      Terms of = terms.terms(instrument == 2 && random.nextBoolean() ? 1 : 0);
      Array array = terms.array(middle, of.multiplier());
      int lots = random.nextInt(4) == 0 ? 0 : random.nextInt(11) - 5;
      holdings.add(new Holding(instrument, middle, of, array, terms.fees(), lots));
    }
    for (int group = 0; group < initialFactors.length; group++) {
      initialFactors[group] = terms.initialFactor();
      maintenanceFactors[group] =
          initialFactors[group] - random.nextInt(initialFactors[group] / 2 + 1);
      addOns[group] = random.nextInt(3) == 0 ? random.nextInt(200) : 0;
    }
    long value = 0;
    for (Holding of : holdings) {
      value += (long) of.lots * of.array.mark() * of.terms.multiplier();
    }
    cash = random.nextInt(12_000) - 3_000 - value;
    for (int count = 1 + random.nextInt(MOST_ORDERS); count > 0; count--) {
      Holding of = holdings.get(random.nextInt(instruments));
      int price = of.array.mark() - 6 + random.nextInt(13);
      orders.add(
          new Order(
              orders.size() + 1L, of, random.nextBoolean(), price, 1 + random.nextInt(MOST_LOTS)));
    }
  }

  int groups() {
    return initialFactors.length;
  }
}
