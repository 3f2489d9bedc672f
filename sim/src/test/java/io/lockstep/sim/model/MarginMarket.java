package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.GroupCommittedDecoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.sim.lockstep.MessageText;
import io.lockstep.sim.model.MarginTerms.Array;
import io.lockstep.sim.model.MarginTerms.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A card, whichever it is, loaded with a small random market whose marks stay where they are: three
 * instruments in two groups, accounts 1 to 3 with positions in all of them, account 1 with little
 * cash. What each order reserves is exact throughout.
 */
final class MarginMarket {
  static final int ACCOUNTS = 3;
  static final int SUBJECT = 1;
  static final int FRIEND = 2;

  private static final int[] MIDDLES = {250, -3, 900};
  private static final int GROUP_COUNT = 2;
  private static final int BAND = 55;
  private static final int HALF_WINDOW = 64;
  private static final long MUCH_CASH = 1L << 40;

  /** An instrument, and the array that is current. */
  record Listed(int instrument, Terms terms, Array array) {
    int mark() {
      return array.mark();
    }
  }

  final Random random;
  final List<Listed> listed = new ArrayList<>();
  private final Function<UnsafeBuffer, List<UnsafeBuffer>> card;
  private final RandomTerms terms;
  private final boolean isSymmetric;
  private long epoch = 1;
  private long nextId = 1;

  /**
   * Loads a card that was reset.
   *
   * @param isSymmetric whether a short position may lose exactly what a long one may.
   */
  MarginMarket(
      Function<UnsafeBuffer, List<UnsafeBuffer>> card,
      long seed,
      int scenarios,
      boolean isSymmetric) {
    this.card = card;
    this.random = new Random(seed);
    this.terms = new RandomTerms(random, scenarios);
    this.isSymmetric = isSymmetric;
    for (int instrument = 0; instrument < MIDDLES.length; instrument++) {
      list(instrument);
    }
    for (int group = 0; group < GROUP_COUNT; group++) {
      commit(group);
    }
    for (int account = 1; account <= ACCOUNTS; account++) {
      long cash = account == SUBJECT ? random.nextInt(20_000) : MUCH_CASH;
      done(TestMargin.loadAccount(account, 0, 0, cash, MarginStatus.HEALTHY).bytes);
      for (int group = 0; group < GROUP_COUNT; group++) {
        done(TestMargin.loadPortfolio(account, group, 0, epoch).bytes);
      }
      for (Listed of : listed) {
        int lots = random.nextInt(11) - 5;
        done(TestMargin.loadPosition(account, of.instrument, of.terms.group(), lots).bytes);
      }
    }
    done(TestDefinitions.endOfLoad().bytes);
  }

  private void list(int instrument) {
    MarginTerms.Fees fees = terms.fees();
    Terms of = withFees(terms.terms(instrument / 2), fees);
    int middle = MIDDLES[instrument];
    int base = middle - HALF_WINDOW;
    done(
        MarginTerms.setInstrument(
            instrument, base, middle - BAND, middle + BAND, RandomTerms.MAX_PRICE, of));
    done(MarginTerms.setFees(instrument, 0, fees));
    listed.add(new Listed(instrument, of, array(middle, of)));
    MarginTerms.stage(instrument, listed.get(instrument).array).forEach(this::done);
  }

  /** With a worst fee that is no more than what the rates need. */
  private static Terms withFees(Terms of, MarginTerms.Fees fees) {
    long worst = Math.max(0, Math.max(fees.maker(), Math.max(fees.taker(), fees.auction())));
    long fee = PlainMoney.share(24, worst, RandomTerms.MAX_PRICE, of.multiplier());
    return new Terms(of.group(), of.multiplier(), of.closeBand(), fee, of.positionLimit());
  }

  private Array array(int middle, Terms of) {
    Array array = terms.array(middle, of.multiplier());
    if (isSymmetric) {
      int[] lanes = array.lanes();
      for (int s = 0; s < lanes.length / 2; s++) {
        lanes[s] = -lanes[lanes.length - 1 - s];
      }
    }
    return array;
  }

  private void commit(int group) {
    int initial = terms.initialFactor();
    UnsafeBuffer event = send(TestMargin.commit(group, initial, initial / 2, epoch).bytes).get(0);
    assertTrue(isA(event, GroupCommittedDecoder.TEMPLATE_ID), () -> MessageText.decoded(event, 0));
  }

  /** Commits arrays that are other than the current ones, at the same marks; sweeps nothing. */
  void moveArrays() {
    sweep();
    epoch++;
    for (int instrument = 0; instrument < listed.size(); instrument++) {
      Listed old = listed.get(instrument);
      Array other = array(old.mark(), old.terms);
      Array at =
          new Array(
              old.mark(), other.lanes(), other.shortMinimum(), other.bounds(), other.slopes());
      MarginTerms.stage(instrument, at).forEach(this::done);
      listed.set(instrument, new Listed(instrument, old.terms, at));
    }
    for (int group = 0; group < GROUP_COUNT; group++) {
      commit(group);
    }
  }

  void sweep() {
    send(TestMargin.sweep(0, TestMargin.portfolioOf(ACCOUNTS, GROUP_COUNT - 1) + 1L).bytes);
  }

  List<UnsafeBuffer> send(UnsafeBuffer command) {
    return card.apply(command);
  }

  private void done(UnsafeBuffer command) {
    UnsafeBuffer first = send(command).get(0);
    assertTrue(isA(first, DoneDecoder.TEMPLATE_ID), () -> MessageText.decoded(first, 0));
  }

  static boolean isA(UnsafeBuffer message, int template) {
    return new EventHeaderDecoder().wrap(message, 0).templateId() == template;
  }

  static List<TradeDecoder> trades(List<UnsafeBuffer> events) {
    return events.stream()
        .filter(event -> isA(event, TradeDecoder.TEMPLATE_ID))
        .map(event -> new TradeDecoder().wrap(event, 0, 64, 1))
        .toList();
  }

  MarginView view() {
    return new MarginView(send(TestMargin.audit().bytes));
  }

  /** An order under the next id, its slot. */
  TestCommand order(int account, Listed of, boolean isBid, int price, long lots) {
    return TestCommand.order(nextId++, isBid ? Side.BUY : Side.SELL, price, lots)
        .account(account)
        .instrument(of.instrument);
  }

  Listed anyInstrument() {
    return listed.get(random.nextInt(listed.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Ends a random order of an account, if it has any. */
  void cancelAny(MarginView view, int account) {
    List<AuditView.Order> its =
        view.book.orders.stream().filter(order -> order.account() == account).toList();
    if (!its.isEmpty()) {
      long id = its.get(random.nextInt(its.size())).id();
      send(TestCommand.cancel(id).account(account).bytes);
    }
  }
}
