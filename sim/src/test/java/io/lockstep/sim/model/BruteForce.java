package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.model.SmallBook.Holding;
import io.lockstep.sim.model.SmallBook.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Checks a card's margin on one small book by trying all sets of fills in all scenarios. It knows
 * what a lot gains in a scenario, what a fill costs, and what a fee is; not how open orders are
 * summed up.
 *
 * <ol>
 *   <li>Orders come one by one: the card takes one exactly if, by what the sets of fills say, free
 *       is not below zero with it, or it closes and reduces.
 *   <li>W, the requirements and F are those that the sets of fills say, V and value too.
 *   <li>After every set of fills at limits, lot by lot or several lots at once, and whichever the
 *       rate is, free is not lower, and maintenance margin not above initial margin.
 *   <li>Along one random way of fills the card says after each what the sets of fills say.
 * </ol>
 */
final class BruteForce {
  private static final int RATE_BITS = 24;

  private final SmallBook book;
  private final SmallBookCard card;
  private final int scenarios;
  private final List<Order> orders = new ArrayList<>();
  private final List<Long> reserves = new ArrayList<>();
  private FillSets sets;
  private int refused;

  private BruteForce(Function<UnsafeBuffer, List<UnsafeBuffer>> card, long seed, int scenarios) {
    this.book = new SmallBook(seed, scenarios);
    this.card = new SmallBookCard(card, book);
    this.scenarios = scenarios;
    this.sets = new FillSets(book, orders, scenarios);
  }

  /** Checks a card after a reset on the book of a seed; how many orders it refused. */
  static int check(Function<UnsafeBuffer, List<UnsafeBuffer>> card, long seed, int scenarios) {
    BruteForce check = new BruteForce(card, seed, scenarios);
    check.book.orders.forEach(check::enter);
    check.compare(0, check.book.cash);
    check.tryAllFills();
    check.fillOneWay();
    return check.refused;
  }

  private void enter(Order order) {
    FillSets before = sets;
    List<Order> with = new ArrayList<>(orders);
    with.add(order);
    FillSets after = new FillSets(book, with, scenarios);
    long reserve = reserve(order);
    long free = free(after, 0, book.cash) - reservedOf(0, orders) - reserve * order.lots();
    boolean mayEnter = free >= 0 || closesAndReduces(order, before, after);
    OptionalLong taken = card.enter(order, false);
    taken.ifPresent(
        r ->
            assertTrue(
                after.initial(group(order), 0) + r * order.lots()
                    >= before.initial(group(order), 0),
                () -> "an order in raises free: " + order));
    assertEquals(mayEnter, taken.isPresent(), () -> "the card takes " + order);
    if (taken.isEmpty()) {
      refused++;
      if (book.random.nextInt(4) == 0) {
        return;
      }
      taken = card.enter(order, true);
    }
    orders.add(order);
    reserves.add(taken.orElseThrow());
    sets = after;
  }

  private static int group(Order order) {
    return order.of().terms().group();
  }

  private boolean closesAndReduces(Order order, FillSets before, FillSets after) {
    Holding of = order.of();
    int group = group(order);
    long ofItsSide = order.lots();
    for (Order other : orders) {
      ofItsSide += other.of() == of && other.isBid() == order.isBid() ? other.lots() : 0;
    }
    int filled = after.with(0, orders.size(), order.lots());
    return of.lots() * order.side() < 0
        && ofItsSide <= Math.abs(of.lots())
        && after.initial(group, 0) <= before.initial(group, 0)
        && after.scanLoss(group, filled) <= before.scanLoss(group, 0)
        && order.side() * (order.price() - of.array().mark()) <= of.terms().closeBand();
  }

  private static long reserve(Order order) {
    Holding of = order.of();
    long behind = Math.max(0, (long) order.side() * (order.price() - of.array().mark()));
    return behind * of.terms().multiplier() + Math.max(0, fee(order, 1, worstRate(of)));
  }

  private static int worstRate(Holding of) {
    return Math.max(of.fees().maker(), Math.max(of.fees().taker(), of.fees().auction()));
  }

  /** Of a fill at the limit. */
  private static long fee(Order order, int lots, int rate) {
    long price = Math.abs((long) order.price());
    long exact = price * lots * order.of().terms().multiplier() * rate;
    return -Math.floorDiv(-exact, 1L << RATE_BITS);
  }

  /** Free, but for what open orders reserve. */
  private long free(FillSets of, int set, long cash) {
    long free = cash + of.value(set);
    for (int group = 0; group < book.groups(); group++) {
      free -= of.initial(group, set);
    }
    return free;
  }

  private long reservedOf(int set, List<Order> open) {
    long sum = 0;
    for (int index = 0; index < open.size(); index++) {
      sum += reserves.get(index) * (open.get(index).lots() - sets.filled(set, index));
    }
    return sum;
  }

  // ---- every set of fills

  private void tryAllFills() {
    long[] free = new long[sets.count];
    for (int set = 0; set < sets.count; set++) {
      free[set] = free(sets, set, book.cash) - reservedOf(set, orders);
      for (int group = 0; group < book.groups(); group++) {
        assertTrue(
            sets.maintenance(group, set) <= sets.initial(group, set), "maintenance above initial");
      }
    }
    for (int set = 0; set < sets.count; set++) {
      for (int index = 0; index < orders.size(); index++) {
        Order order = orders.get(index);
        for (int lots = 1; lots <= order.lots() - sets.filled(set, index); lots++) {
          long paid = lots * paidAtLimit(order) + fee(order, lots, worstRate(order.of()));
          long after = free[sets.with(set, index, lots)] - paid;
          assertTrue(after >= free[set], () -> "a fill lowers free: " + order);
        }
      }
    }
  }

  private static long paidAtLimit(Order order) {
    return order.side() * (long) order.price() * order.of().terms().multiplier();
  }

  // ---- one way of fills on the card

  private void fillOneWay() {
    int set = 0;
    long cash = book.cash;
    while (set < sets.count - 1) {
      int index = book.random.nextInt(orders.size());
      Order order = orders.get(index);
      int open = order.lots() - sets.filled(set, index);
      if (open > 0) {
        int lots = 1 + book.random.nextInt(open);
        long fee = fee(order, lots, order.of().fees().auction());
        assertEquals(fee, card.fill(order, lots), "fee, rounded against the payer");
        cash -= lots * paidAtLimit(order) + fee;
        set = sets.with(set, index, lots);
        compare(set, cash);
      }
    }
  }

  private void compare(int set, long cash) {
    MarginView says = card.audit();
    long initial = 0;
    long maintenance = 0;
    for (int group = 0; group < book.groups(); group++) {
      MarginView.Portfolio of = says.portfolio(SmallBook.ACCOUNT, group);
      for (int s = 0; s < scenarios; s++) {
        assertEquals(sets.profit(group, s, set), of.profits().get(s), "V");
        assertEquals(sets.worstProfit(group, s, set), of.worst().get(s), "W");
      }
      assertEquals(sets.initial(group, set), of.initial(), "initial margin");
      assertEquals(sets.maintenance(group, set), of.maintenance(), "maintenance margin");
      initial += of.initial();
      maintenance += of.maintenance();
    }
    MarginView.Account account = says.accounts.get((long) SmallBook.ACCOUNT);
    long reserved = reservedOf(set, orders);
    assertEquals(sets.value(set), says.value(SmallBook.ACCOUNT), "value");
    assertEquals(new MarginView.Account(cash, reserved, initial, maintenance), account);
  }
}
