package io.lockstep.host.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/**
 * The auction against the rule itself: every tick of the band is tried, the best is taken, and each
 * side is filled from the top of its ranking. jqwik prints the seed of a failure.
 */
class AuctionPropertiesTest {
  private static final int PRICES = 12;

  /** An order; its place in the list is its priority. */
  record Order(boolean buy, int price, int lots) {}

  /** A price and what it gives. */
  private record Candidate(int price, long volume, long imbalance) {}

  @Provide
  Arbitrary<List<Order>> orders() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(-PRICES, PRICES),
            Arbitraries.integers().between(1, 4))
        .as(Order::new)
        .list()
        .ofMaxSize(30);
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void thePriceIsTheBestOfAllTicks(
      @ForAll("orders") List<Order> orders,
      @ForAll @IntRange(min = -PRICES, max = 0) int low,
      @ForAll @IntRange(max = PRICES) int high,
      @ForAll @IntRange(min = -2 * PRICES, max = 2 * PRICES) int reference) {
    CallBook book = bookOf(orders, low, high);
    List<Candidate> best = bestOf(orders, low, high);

    boolean found = book.determine(reference);

    assertEquals(!best.isEmpty(), found);
    Statistics.label("best prices").collect(Math.min(best.size(), 3));
    if (found) {
      Candidate nearest =
          best.stream().min(Comparator.comparing(c -> Math.abs(c.price() - reference))).get();
      assertEquals(
          nearest,
          new Candidate(book.priceTicks(), book.volumeLots(), book.imbalanceLots()),
          "among " + best);
    }
  }

  /** What makes "nearest to the reference" one price. */
  @Property(tries = 2_000)
  void theBestPricesLieSideBySide(@ForAll("orders") List<Order> orders) {
    List<Candidate> best = bestOf(orders, -PRICES, PRICES);
    for (int i = 1; i < best.size(); i++) {
      assertEquals(best.get(i - 1).price() + 1, best.get(i).price());
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void ordersThatWentLeaveNoTrace(
      @ForAll("orders") List<Order> orders, @ForAll("orders") List<Order> gone) {
    CallBook book = bookOf(gone, -PRICES / 2, PRICES / 2);
    CallBook expected = bookOf(orders, -PRICES / 2, PRICES / 2);
    for (int i = 0; i < Math.max(orders.size(), gone.size()); i++) {
      if (i < orders.size()) {
        count(book, orders.get(i), 1);
      }
      if (i < gone.size()) {
        count(book, gone.get(i), -1);
      }
    }
    assertEquals(expected.determine(0), book.determine(0));
    assertEquals(expected.volumeLots(), book.volumeLots());
    assertEquals(expected.imbalanceLots(), book.imbalanceLots());
  }

  @Property(tries = 4_000)
  void thePairsGiveEachSideItsVolumeByPriceThenTime(@ForAll("orders") List<Order> orders) {
    CallBook book = bookOf(orders, -PRICES, PRICES);
    if (!book.determine(0)) {
      return;
    }
    PriceTimeList bids = listOf(orders, true);
    PriceTimeList asks = listOf(orders, false);
    Pairing pairing = new Pairing(bids, asks);
    pairing.begin(book.volumeLots());
    Map<Integer, Integer> filled = new HashMap<>();
    int pairs = 0;
    while (pairing.next()) {
      pairs++;
      assertTrue(pairing.lots() > 0, "a pair trades something");
      assertTrue(
          orders.get(pairing.buyer()).price() >= book.priceTicks(), "within the bid's limit");
      assertTrue(
          orders.get(pairing.seller()).price() <= book.priceTicks(), "within the ask's limit");
      filled.merge(pairing.buyer(), pairing.lots(), Integer::sum);
      filled.merge(pairing.seller(), pairing.lots(), Integer::sum);
    }
    Map<Integer, Integer> expected = new HashMap<>();
    int traders = deal(orders, true, book.volumeLots(), expected, bids, pairing);
    traders += deal(orders, false, book.volumeLots(), expected, asks, pairing);
    assertEquals(expected, filled);
    assertTrue(pairs < traders, "each pair fills at least one order");
  }

  @Property(tries = 1_000)
  void ranksAsASortDoes(
      @ForAll boolean bids,
      @ForAll @Size(max = 70) List<@IntRange(min = -3, max = 3) Integer> limits) {
    List<Order> orders = limits.stream().map(limit -> new Order(bids, limit, 1)).toList();
    PriceTimeList list = listOf(orders, bids);
    assertEquals(
        ranking(orders, bids), IntStream.range(0, list.size()).map(list::order).boxed().toList());
  }

  // ------------------------------------------------------------------ the rule, in the plainest
  // words

  private static List<Candidate> bestOf(List<Order> orders, int low, int high) {
    List<Candidate> best = new ArrayList<>();
    for (int price = low; price <= high; price++) {
      long demand = 0;
      long supply = 0;
      for (Order order : orders) {
        demand += order.buy() && order.price() >= price ? order.lots() : 0;
        supply += !order.buy() && order.price() <= price ? order.lots() : 0;
      }
      Candidate tried = new Candidate(price, Math.min(demand, supply), demand - supply);
      Candidate known = best.isEmpty() ? new Candidate(0, 1, Long.MAX_VALUE) : best.get(0);
      boolean better =
          tried.volume() > known.volume()
              || tried.volume() == known.volume()
                  && Math.abs(tried.imbalance()) < Math.abs(known.imbalance());
      boolean equal =
          tried.volume() == known.volume()
              && Math.abs(tried.imbalance()) == Math.abs(known.imbalance());
      if (better) {
        best.clear();
      }
      if (better || equal) {
        best.add(tried);
      }
    }
    return best;
  }

  private static int deal(
      List<Order> orders,
      boolean buy,
      long volume,
      Map<Integer, Integer> filled,
      PriceTimeList list,
      Pairing pairing) {
    long left = volume;
    int traders = 0;
    List<Integer> ranking = ranking(orders, buy);
    for (int rank = 0; rank < ranking.size(); rank++) {
      int lots = (int) Math.min(left, orders.get(ranking.get(rank)).lots());
      assertEquals(lots, buy ? pairing.filledOfBid(rank) : pairing.filledOfAsk(rank));
      assertEquals(orders.get(ranking.get(rank)).price(), list.limitTicks(rank));
      if (lots > 0) {
        filled.put(ranking.get(rank), lots);
        traders++;
      }
      left -= lots;
    }
    assertEquals(0, left);
    return traders;
  }

  private static List<Integer> ranking(List<Order> orders, boolean buy) {
    List<Integer> ranking = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).buy() == buy) {
        ranking.add(i);
      }
    }
    // The sort is stable: at one price, the order of the list stays.
    ranking.sort(Comparator.comparing(i -> buy ? -orders.get(i).price() : orders.get(i).price()));
    return ranking;
  }

  private static CallBook bookOf(List<Order> orders, int low, int high) {
    CallBook book = new CallBook(2 * PRICES + 1);
    book.clear(low, high);
    orders.forEach(order -> count(book, order, 1));
    return book;
  }

  private static void count(CallBook book, Order order, int sign) {
    book.add(order.buy(), order.price(), sign * order.lots());
  }

  /** A ranked list, filled in an order that is not the ranking's. */
  private static PriceTimeList listOf(List<Order> orders, boolean buy) {
    PriceTimeList list = new PriceTimeList(buy, 100);
    list.add(7, 0, 0, 1);
    list.clear();
    for (int i = orders.size() - 1; i >= 0; i--) {
      if (orders.get(i).buy() == buy) {
        list.add(i, orders.get(i).price(), 1_000_000_000_000L + i, orders.get(i).lots());
      }
    }
    list.rank();
    return list;
  }
}
