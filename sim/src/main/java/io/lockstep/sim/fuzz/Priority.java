package io.lockstep.sim.fuzz;

import java.util.Arrays;
import java.util.Comparator;

/** Price-time priority as the generator knows it: orders of equal price by their ids. */
final class Priority {
  private Priority() {}

  /**
   * The first orders of one side of an instrument, best price first.
   *
   * @param most to name.
   */
  static int[] sorted(KnownOrders orders, int instrument, boolean asks, boolean parked, int most) {
    Comparator<Integer> byPrice = Comparator.comparing(orders::price);
    Comparator<Integer> best = asks ? byPrice : byPrice.reversed();
    return Arrays.stream(orders.slots(instrument, asks, parked))
        .boxed()
        .sorted(best.thenComparing(orders::id))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
