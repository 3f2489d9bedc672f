package io.lockstep.sim.model;

import io.lockstep.sim.model.SmallBook.Holding;
import io.lockstep.sim.model.SmallBook.Order;
import java.util.Arrays;
import java.util.List;

/**
 * All sets of fills of a few orders, each filled by any of its lots from none to all, and what they
 * lose in each scenario. Nothing here knows of V, W or any formula for open orders: a requirement
 * is the worst over the sets of fills that can still come, found by trying them.
 *
 * <p>A set is a number, its digits the lots filled of each order. What is asked of "from a set on"
 * is the worst over all sets that have at least its fills.
 */
final class FillSets {
  private final SmallBook book;
  private final List<Order> orders;
  private final int[] weights;
  private final int scenarios;
  final int count;

  /** By group, scenario and set: the profit of the positions after the fills. */
  private final long[][][] profits;

  /** The same, the worst from a set on. */
  private final long[][][] worstProfits;

  /** By group and set: what the shorts of the set cost at least, and its size add-on. */
  private final long[][] minimums;

  private final long[][] sizes;

  /** The same, the worst from a set on. */
  private final long[][] worstMinimums;

  private final long[][] worstSizes;

  FillSets(SmallBook book, List<Order> orders, int scenarios) {
    this.book = book;
    this.orders = orders;
    this.scenarios = scenarios;
    this.weights = new int[orders.size()];
    int sets = 1;
    for (int index = 0; index < weights.length; index++) {
      weights[index] = sets;
      sets *= orders.get(index).lots() + 1;
    }
    count = sets;
    profits = new long[book.groups()][scenarios][count];
    minimums = new long[book.groups()][count];
    sizes = new long[book.groups()][count];
    for (int set = 0; set < count; set++) {
      for (Holding of : book.holdings) {
        take(of, set);
      }
    }
    worstProfits = new long[book.groups()][scenarios][];
    worstMinimums = new long[book.groups()][];
    worstSizes = new long[book.groups()][];
    for (int group = 0; group < book.groups(); group++) {
      for (int s = 0; s < scenarios; s++) {
        worstProfits[group][s] = fromSetsOn(profits[group][s], -1);
      }
      worstMinimums[group] = fromSetsOn(minimums[group], 1);
      worstSizes[group] = fromSetsOn(sizes[group], 1);
    }
  }

  private void take(Holding of, int set) {
    int group = of.terms().group();
    long lots = lots(of, set);
    for (int s = 0; s < scenarios; s++) {
      profits[group][s][set] += lots * of.array().lanes()[s];
    }
    if (lots < 0) {
      minimums[group][set] += -lots * of.array().shortMinimum();
    }
    for (long lot = 1; lot <= Math.abs(lots); lot++) {
      sizes[group][set] += slope(of, lot);
    }
  }

  private static long slope(Holding of, long lot) {
    int part = 0;
    while (part < of.array().bounds().length && lot > of.array().bounds()[part]) {
      part++;
    }
    return of.array().slopes()[part];
  }

  /** The largest ({@code sign} 1) or the smallest (-1) over all sets that go on from a set. */
  private long[] fromSetsOn(long[] figures, int sign) {
    long[] worst = Arrays.copyOf(figures, count);
    for (int index = 0; index < weights.length; index++) {
      for (int set = count - 1; set >= 0; set--) {
        if (filled(set, index) < orders.get(index).lots()) {
          long after = worst[set + weights[index]];
          worst[set] = sign * Math.max(sign * worst[set], sign * after);
        }
      }
    }
    return worst;
  }

  /** Lots of an order that a set fills. */
  int filled(int set, int order) {
    return set / weights[order] % (orders.get(order).lots() + 1);
  }

  /** The set with some more lots of an order. */
  int with(int set, int order, int lots) {
    return set + lots * weights[order];
  }

  /** Lots of a position after a set of fills. */
  long lots(Holding of, int set) {
    long lots = of.lots();
    for (int index = 0; index < weights.length; index++) {
      if (orders.get(index).of() == of) {
        lots += (long) orders.get(index).side() * filled(set, index);
      }
    }
    return lots;
  }

  long profit(int group, int scenario, int set) {
    return profits[group][scenario][set];
  }

  /** With the worst fills from a set on. */
  long worstProfit(int group, int scenario, int set) {
    return worstProfits[group][scenario][set];
  }

  /** Largest loss of the positions after a set of fills; below zero: a profit in any scenario. */
  long scanLoss(int group, int set) {
    return -Arrays.stream(profits[group]).mapToLong(of -> of[set]).min().orElseThrow();
  }

  /** Initial margin after a set of fills, the others still open. */
  long initial(int group, int set) {
    long loss = -Arrays.stream(worstProfits[group]).mapToLong(of -> of[set]).min().orElseThrow();
    return required(book.initialFactors[group], loss, worstMinimums[group][set])
        + worstSizes[group][set]
        + book.addOns[group];
  }

  /** Maintenance margin after a set of fills. */
  long maintenance(int group, int set) {
    return required(book.maintenanceFactors[group], scanLoss(group, set), minimums[group][set])
        + sizes[group][set]
        + book.addOns[group];
  }

  private static long required(int factor, long loss, long minimum) {
    return Math.max((factor * Math.max(0, loss) + 255) / 256, minimum);
  }

  long value(int set) {
    long value = 0;
    for (Holding of : book.holdings) {
      value += lots(of, set) * of.array().mark() * of.terms().multiplier();
    }
    return value;
  }
}
