package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.sim.model.MarginMarket.Listed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * While an account's free equity is below zero, marks stand still and reserves are exact, its new
 * orders lose against the mark, fees included, at most the lots that it had then, held and open,
 * each by the close band and the worst fee; they lower free by no more either; and no trade by a
 * new order leaves it with a larger scan loss. The account and a friend who takes the other side
 * try what they can.
 */
final class BreachProperty {
  private static final int SUBJECT = MarginMarket.SUBJECT;
  private static final int FRIEND = MarginMarket.FRIEND;
  private static final int STEPS = 60;
  private static final int FAR = 50;

  /** What account and friend agree on. */
  private record Deal(Listed of, boolean subjectBuys, int price, long lots) {}

  private final MarginMarket market;
  private MarginView view;
  private final Set<Long> newOrders = new HashSet<>();
  private long bound;
  private long least = Long.MIN_VALUE;
  private long lost;
  private int trades;

  private BreachProperty(MarginMarket market) {
    this.market = market;
    this.view = market.view();
  }

  /** Tries one seed on a card after a reset; how many new orders of the account traded. */
  static int check(Function<UnsafeBuffer, List<UnsafeBuffer>> card, long seed, int scenarios) {
    BreachProperty check =
        new BreachProperty(new MarginMarket(card, seed, scenarios, seed % 2 == 0));
    check.openSomeOrders();
    for (int step = 0; step < STEPS; step++) {
      check.step();
    }
    return check.trades;
  }

  private void openSomeOrders() {
    for (int orders = market.random.nextInt(5); orders > 0; orders--) {
      market.send(order(SUBJECT, deal()).bySystem().bytes);
    }
    view = market.view();
    breach();
  }

  private void step() {
    if (view.free(SUBJECT) >= 0) {
      breach();
    }
    if (market.chance(10)) {
      market.cancelAny(view, market.chance(50) ? SUBJECT : FRIEND);
      look();
      return;
    }
    Deal deal = deal();
    boolean friendFirst = market.chance(50);
    if (friendFirst) {
      send(order(FRIEND, deal));
    }
    enter(order(SUBJECT, deal));
    if (!friendFirst) {
      send(order(FRIEND, deal).immediateOrCancel());
    }
  }

  private void breach() {
    long below = 1 + market.random.nextInt(market.chance(50) ? 500 : 50_000);
    market.send(TestMargin.adjust(SUBJECT, -view.free(SUBJECT) - below).bySystem().bytes);
    view = market.view();
    bound = bound();
    least = view.free(SUBJECT) - bound;
    lost = 0;
    newOrders.clear();
  }

  private long bound() {
    long sum = 0;
    for (AuditView.Position of : view.book.positions) {
      if (of.account() == SUBJECT) {
        MarginTerms.Terms terms = market.listed.get(of.instrument()).terms();
        long lots = Math.abs(of.lots()) + of.openBids() + of.openAsks();
        sum += lots * (terms.closeBand() * terms.multiplier() + terms.worstFee());
      }
    }
    return sum;
  }

  private void enter(TestCommand order) {
    boolean isBreached = view.free(SUBJECT) < 0;
    long[] before = view.scanLosses(SUBJECT);
    if (isBreached) {
      newOrders.add(new NewDecoder().wrap(order.bytes, 0, 64, 1).header().logSequence());
    }
    if (send(order) && isBreached) {
      long[] after = view.scanLosses(SUBJECT);
      for (int group = 0; group < before.length; group++) {
        assertTrue(after[group] <= before[group], "a new order of a breached account adds risk");
      }
      trades++;
    }
  }

  /** Sends an order; whether it traded. */
  private boolean send(TestCommand order) {
    List<TradeDecoder> fills = MarginMarket.trades(market.send(order.bytes));
    for (TradeDecoder fill : fills) {
      boolean takerBuys = fill.takerSide() == Side.BUY;
      count(fill, fill.takerId(), takerBuys, fill.takerFee());
      count(fill, fill.makerId(), !takerBuys, fill.makerFee());
    }
    look();
    assertTrue(lost <= bound, "new orders of a breached account lose more");
    return !fills.isEmpty();
  }

  private void count(TradeDecoder fill, long id, boolean buys, long fee) {
    if (newOrders.contains(id)) {
      Listed of = market.listed.get(fill.instrument());
      long beyond = (buys ? 1 : -1) * ((long) fill.price() - of.mark());
      lost += Math.max(0, fill.quantity() * beyond * of.terms().multiplier() + fee);
    }
  }

  private void look() {
    boolean wasBreached = view.free(SUBJECT) < 0;
    view = market.view();
    if (wasBreached) {
      assertTrue(
          view.free(SUBJECT) >= least, "new orders of a breached account lower free by more");
    }
  }

  /** Mostly the worst that the close band allows to the account, and against its position. */
  private Deal deal() {
    Listed of = market.anyInstrument();
    long held =
        view.book.positions.stream()
            .filter(p -> p.account() == SUBJECT && p.instrument() == of.instrument())
            .mapToLong(AuditView.Position::lots)
            .sum();
    boolean buys = market.chance(80) ? held < 0 : market.random.nextBoolean();
    long beyond = market.chance(75) ? of.terms().closeBand() : market.random.nextInt(FAR);
    long all = Math.max(1, Math.abs(held));
    long lots = market.chance(35) ? all : market.chance(40) ? 2 * all : market.random.nextInt(9);
    return new Deal(of, buys, of.mark() + (int) (buys ? beyond : -beyond), Math.max(1, lots));
  }

  private TestCommand order(int account, Deal deal) {
    boolean isBid = (account == SUBJECT) == deal.subjectBuys;
    return market.order(account, deal.of, isBid, deal.price, deal.lots);
  }
}
